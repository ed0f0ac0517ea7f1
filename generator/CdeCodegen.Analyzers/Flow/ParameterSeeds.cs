using CdeCodegen.Analyzers.Flow.Evaluation;
using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>Makes parameters that hold results known to the analysis.</summary>
internal static class ParameterSeeds
{
    /// <summary>All parameters of a function that hold a result, each with every case.</summary>
    public static List<Seed> OfAll(IMethodSymbol method, BodyContext body)
    {
        var seeds = new List<Seed>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Of(parameter, body, CaseSet.Every) is { } seed)
            {
                seeds.Add(seed);
            }
        }

        return seeds;
    }

    /// <summary>Null when the parameter holds no result, or cannot be tracked.</summary>
    public static Seed? Of(IParameterSymbol parameter, BodyContext body, CaseSet entering) =>
        parameter.RefKind == RefKind.None && !body.CapturedSymbols.Contains(parameter) && body.Types.Find(parameter.Type) is { } carrier
        && parameter.DeclaringSyntaxReferences.Length > 0
        && parameter.DeclaringSyntaxReferences[0].GetSyntax(body.CancellationToken) is ParameterSyntax syntax
            ? new Seed(parameter, new Origin(OriginKind.Parameter, syntax, syntax, carrier), entering)
            : null;
}
