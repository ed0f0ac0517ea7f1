using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Decides which findings follow from what the reporting pass saw of the origins of one graph.</summary>
/// <param name="findings">Receives the findings.</param>
/// <param name="options">The options of the tree.</param>
/// <param name="isTest">Whether the body belongs to a test, which may drop results.</param>
internal sealed class OriginFindings(List<Finding> findings, TreeOptions options, bool isTest)
{
    /// <summary>Receives what the code does with each result; null unless the project asks for a report.</summary>
    public List<Handling>? Handlings { get; set; }

    public void Add(Observations observations, GraphContext context)
    {
        // First, because merging adds what was seen of other calls.
        if (Handlings is not null)
        {
            foreach (Observation observation in observations.All)
            {
                // A parameter is no call. That of a continuation stands for the call before it.
                if (observation.Origin is { Type: { } type, Location: not ParameterSyntax })
                {
                    Handlings.Add(Describe(observation, type, context));
                }
            }
        }

        foreach (Observation observation in observations.All)
        {
            if (observation.Leader is not null)
            {
                continue;
            }

            foreach (Observation merged in Merge(observation, observations.All))
            {
                if (merged.Origin.Type is { } type)
                {
                    Add(merged, type, context);
                }
            }
        }
    }

    private void Add(Observation observation, ResultType type, GraphContext context)
    {
        bool allowsDrops = AllowsDrops(context);
        bool isLost = observation.IsAbandoned;
        SyntaxNode place = Place(observation.Origin);
        if (observation.IsOnlyThrown)
        {
            observation.Missing = type.All;
        }

        if (observation.Origin.Kind != OriginKind.Parameter)
        {
            if (isLost)
            {
                if (observation.Origin.IsKept)
                {
                    return;
                }

                if (observation.Has(ResultUses.Lost))
                {
                    if (!allowsDrops)
                    {
                        findings.Add(new Finding(FindingKind.TypeLost, place, type));
                    }
                }
                else if (!allowsDrops)
                {
                    findings.Add(new Finding(observation.Has(ResultUses.Joined) ? FindingKind.Ignored : FindingKind.NotAwaited, place, type));
                }

                return;
            }

            if (observation.Has(ResultUses.Dropped) && observation.Test is null && observation.Missing == type.All)
            {
                if (!allowsDrops)
                {
                    findings.Add(new Finding(FindingKind.Ignored, place, type));
                }

                return;
            }
        }

        CaseSet required = options.Required.Of(type);
        CaseSet missing = (isLost ? type.All : observation.Missing).Intersect(required);
        CaseSet caught = OnlyCaught(observation, required).Except(missing);
        if (!missing.IsEmpty)
        {
            findings.Add(new Finding(FindingKind.Unhandled, place, type, missing, observation.Test, observation.LastPassed(missing)?.Shown));
        }

        if (!caught.IsEmpty)
        {
            findings.Add(new Finding(FindingKind.CatchAllOnly, place, type, caught, observation.Test, observation.LastPassed(caught)?.Shown));
        }
    }

    private bool AllowsDrops(GraphContext context) => context.IsWatched || (isTest && options.Tests == TestMode.Auto);

    private Handling Describe(Observation observation, ResultType type, GraphContext context)
    {
        bool isLost = observation.Origin.Kind != OriginKind.Parameter && observation.IsAbandoned && !observation.Origin.IsKept;
        bool allowsDrops = AllowsDrops(context);
        CaseSet unhandled = isLost || observation.IsOnlyThrown ? type.All : observation.Missing.Union(observation.Uncovered);
        return new Handling(Place(observation.Origin), type)
        {
            Unhandled = unhandled,
            CaughtOnly = observation.CatchAllOnly.Except(unhandled),
            Thrown = observation.Thrown,
            Named = observation.Named,
            Required = allowsDrops && (isLost || (observation.Has(ResultUses.Dropped) && observation.Test is null)) ? CaseSet.Empty : options.Required.Of(type),
            IsDiscarded = observation.Has(ResultUses.Discarded),
            IncompleteSwitch = observation.IncompleteSwitch,
        };
    }

    /// <summary>
    /// Combines results that flow into one value, so that alternatives are reported once, at the first with a problem. Results of which other cases
    /// are missing, or that meet another test first, are successive results in one variable, and each is told what is missing of it.
    /// </summary>
    private List<Observation> Merge(Observation leader, IReadOnlyList<Observation> observations)
    {
        var members = new List<Observation>();
        var reported = new List<Observation>();
        bool isTask = false;
        foreach (Observation observation in observations)
        {
            if (ReferenceEquals(observation.Root, leader) && observation.Origin.Type is not null)
            {
                members.Add(observation);
                isTask |= observation.IsPending || observation.Has(ResultUses.Dropped);
            }
        }

        foreach (Observation member in members)
        {
            if (HasProblem(member) && (reported.Count == 0 || (!isTask && !reported.Exists(other => IsAlike(other, member)))))
            {
                reported.Add(member);
            }
        }

        if (reported.Count == 0)
        {
            reported.Add(leader);
        }

        foreach (Observation first in reported)
        {
            foreach (Observation member in members)
            {
                if (ReferenceEquals(member, first))
                {
                    continue;
                }

                if (reported.Count == 1 || IsAlike(member, first))
                {
                    first.Add(member);
                }
                else
                {
                    first.AddUses(member);
                }
            }
        }

        return reported;
    }

    /// <summary>Whether the same cases of two results fall through the same first test, or both are reported at the same place.</summary>
    private bool IsAlike(Observation left, Observation right)
    {
        CaseSet required = options.Required.Of(left.Origin.Type!);
        return ReferenceEquals(left.Origin.Location, right.Origin.Location)
            || (Equals(left.Test, right.Test)
                && left.Missing.Intersect(required) == right.Missing.Intersect(required) && OnlyCaught(left, required) == OnlyCaught(right, required));
    }

    private static CaseSet OnlyCaught(Observation observation, CaseSet required) => observation.CatchAllOnly.Intersect(required).Except(observation.Missing);

    private bool HasProblem(Observation observation) =>
        observation.Missing.Union(observation.CatchAllOnly).Overlaps(options.Required.Of(observation.Origin.Type!)) || observation.IsPending;

    private static SyntaxNode Place(Origin origin)
    {
        SyntaxNode node = origin.Location;
        while (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
        {
            node = access;
        }

        return node;
    }
}
