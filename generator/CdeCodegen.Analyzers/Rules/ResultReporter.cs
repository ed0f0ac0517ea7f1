using CdeCodegen.Analyzers.Flow;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Turns what the flow found out about an origin into one diagnostic.</summary>
internal sealed class ResultReporter(Action<Diagnostic> report, bool isTest)
{
    private readonly HashSet<(string Id, Location Location)> _reported = [];

    public void Report(Diagnostic diagnostic)
    {
        // A finally region is gone through once for each branch into it.
        if (_reported.Add((diagnostic.Id, diagnostic.Location)))
        {
            report(diagnostic);
        }
    }

    public void Report(IReadOnlyList<Origin> origins, GraphContext context, TreeOptions options)
    {
        foreach (Origin origin in origins)
        {
            if (origin.Leader is not null)
            {
                continue;
            }

            Origin merged = Merge(origin, origins, options);
            if (merged.Type is { } type)
            {
                Report(merged, type, context, options);
            }
        }
    }

    private void Report(Origin origin, ResultType type, GraphContext context, TreeOptions options)
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
                        Report(CDE1005.Create(Place(origin), type));
                    }
                }
                else if (!allowsDrops)
                {
                    Report(origin.IsJoined ? CDE1001.Create(Place(origin), type) : CDE1004.Create(Place(origin), type));
                }

                return;
            }

            if (origin.IsDropped && origin.Test is null && origin.Missing == type.All)
            {
                if (!allowsDrops)
                {
                    Report(CDE1001.Create(Place(origin), type));
                }

                return;
            }
        }

        ulong missing = (isLost ? type.All : origin.Missing) & required;
        ulong caught = origin.CaughtAll & required & ~missing;
        if (missing != 0)
        {
            Report(CDE1002.Create(Place(origin), origin.Test, type, missing));
        }

        if (caught != 0)
        {
            Report(CDE1003.Create(Place(origin), origin.Test, type, caught));
        }
    }

    /// <summary>Results that flow into one value are spoken of once, at the first that something is wrong with.</summary>
    private static Origin Merge(Origin leader, IReadOnlyList<Origin> origins, TreeOptions options)
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

            if (first is null && IsWrong(origin, options))
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

    private static bool IsWrong(Origin origin, TreeOptions options) =>
        ((origin.Missing | origin.CaughtAll) & options.Required.Of(origin.Type!)) != 0 || origin.IsPending;

    private static Location Place(Origin origin)
    {
        SyntaxNode node = origin.Location;
        while (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
        {
            node = access;
        }

        return node.GetLocation();
    }
}
