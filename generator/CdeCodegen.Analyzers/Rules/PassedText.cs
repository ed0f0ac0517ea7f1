using System.Collections.Immutable;
using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Rules;

/// <summary>Says in messages and locations where a status passes unhandled.</summary>
internal static class PassedText
{
    /// <summary>
    /// <c>the test on line 12</c>, or for a helper <c>the test in 'Show' on line 30</c> or <c>'Show' on line 30, which does not test it</c>.
    /// The line ends with a comma or the message: a number before a space is a status to those who search messages.
    /// </summary>
    public static string Place(SyntaxNode call, PassedPlace passed)
    {
        string line = CallText.Line(passed.Node);
        if (passed.Helper is not { } helper)
        {
            return $"the test on line {line}";
        }

        string file = passed.Node.SyntaxTree == call.SyntaxTree ? "" : $"'{Path.GetFileName(passed.Node.SyntaxTree.FilePath)}', ";
        return passed.Node is ParameterSyntax ? $"'{helper}' on {file}line {line}, which does not test it" : $"the test in '{helper}' on {file}line {line}";
    }

    /// <summary>The first test, at which a fix adds cases, and after it the place that the status passes last.</summary>
    public static ImmutableArray<Location> Locations(SyntaxNode? test, PassedPlace? passed)
    {
        ImmutableArray<Location> locations = test is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(test.GetLocation());
        return passed is null || passed.Node == test ? locations : locations.Add(passed.Node.GetLocation());
    }

    public static ImmutableDictionary<string, string?> Properties(ResultType type, ulong cases, SyntaxNode? test, PassedPlace? passed)
    {
        ImmutableDictionary<string, string?> properties = CaseText.Properties(type, cases);
        return test is null && passed?.Helper is { } helper ? properties.Add(RuleInfo.Helper, helper) : properties;
    }
}
