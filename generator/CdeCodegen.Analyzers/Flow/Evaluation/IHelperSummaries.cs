using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>What private helpers do with the results that they are given, for the option that asks for it.</summary>
internal interface IHelperSummaries
{
    /// <summary>Whether calls of a method are judged by what it does with the result.</summary>
    bool Follows(IMethodSymbol method);

    /// <summary>What a helper leaves of a result; null when it cannot be followed, so that the result escapes.</summary>
    /// <param name="parameter">The parameter of the helper that receives the result.</param>
    /// <param name="entering">The cases that the result may have.</param>
    HelperSummary? Summarize(IParameterSymbol parameter, CaseSet entering);
}
