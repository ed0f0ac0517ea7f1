using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Decides which findings follow from what the solver recorded about the origins of one graph.</summary>
/// <param name="findings">Receives the findings.</param>
/// <param name="options">The options of the tree.</param>
/// <param name="isTest">Whether the body belongs to a test, which may drop results.</param>
internal sealed class OriginFindings(List<Finding> findings, TreeOptions options, bool isTest)
{
    public void Add(IReadOnlyList<Origin> origins, GraphContext context)
    {
        foreach (Origin origin in origins)
        {
            if (origin.Leader is not null)
            {
                continue;
            }

            Origin merged = Merge(origin, origins);
            if (merged.Type is { } type)
            {
                Add(merged, type, context);
            }
        }
    }

    private void Add(Origin origin, ResultType type, GraphContext context)
    {
        bool allowsDrops = context.IsWatched || (isTest && options.Tests == TestMode.Auto);
        bool isLost = (!origin.IsAwaited || origin.IsInnerDropped) && origin.IsPending;
        ulong required = options.Required.Of(type);
        if (origin.Kind != OriginKind.Parameter)
        {
            if (isLost)
            {
                if (origin.IsLost)
                {
                    if (!context.IsWatched && !(allowsDrops && context.IsLambda))
                    {
                        findings.Add(new Finding(FindingKind.TypeLost, Place(origin), type));
                    }
                }
                else if (!allowsDrops)
                {
                    findings.Add(new Finding(origin.IsJoined ? FindingKind.Ignored : FindingKind.NotAwaited, Place(origin), type));
                }

                return;
            }

            if (origin.IsDropped && origin.Test is null && origin.Missing == type.All)
            {
                if (!allowsDrops)
                {
                    findings.Add(new Finding(FindingKind.Ignored, Place(origin), type));
                }

                return;
            }
        }

        ulong missing = (isLost ? type.All : origin.Missing) & required;
        ulong caught = origin.CaughtAll & required & ~missing;
        if (missing != 0)
        {
            findings.Add(new Finding(FindingKind.Unhandled, Place(origin), type, missing, origin.Test));
        }

        if (caught != 0)
        {
            findings.Add(new Finding(FindingKind.CatchAllOnly, Place(origin), type, caught, origin.Test));
        }
    }

    /// <summary>Combines results that flow into one value, so that they are reported once: at the first with a problem.</summary>
    private Origin Merge(Origin leader, IReadOnlyList<Origin> origins)
    {
        Origin? first = null;
        List<Origin>? members = null;
        foreach (Origin origin in origins)
        {
            if (!ReferenceEquals(origin.Root(), leader) || origin.Type is null)
            {
                continue;
            }

            if (!ReferenceEquals(origin, leader))
            {
                (members ??= []).Add(origin);
            }

            if (first is null && HasProblem(origin))
            {
                first = origin;
            }
        }

        if (members is null)
        {
            return leader;
        }

        first ??= leader;
        members.Add(leader);
        foreach (Origin member in members)
        {
            if (!ReferenceEquals(member, first))
            {
                first.Add(member);
            }
        }

        return first;
    }

    private bool HasProblem(Origin origin) =>
        ((origin.Missing | origin.CaughtAll) & options.Required.Of(origin.Type!)) != 0 || origin.IsPending;

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
