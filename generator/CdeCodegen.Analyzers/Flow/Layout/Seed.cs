using CdeCodegen.Analyzers.Flow.State;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>A parameter that holds a result on entry.</summary>
/// <param name="entering">The cases that the result may have.</param>
internal sealed class Seed(IParameterSymbol parameter, Origin origin, CaseSet entering)
{
    public IParameterSymbol Parameter { get; } = parameter;
    public Origin Origin { get; } = origin;
    public CaseSet Entering { get; } = entering;
}
