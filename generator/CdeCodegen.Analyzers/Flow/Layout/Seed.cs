using CdeCodegen.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>A parameter that holds a result on entry.</summary>
internal sealed class Seed(IParameterSymbol parameter, Origin origin)
{
    public IParameterSymbol Parameter { get; } = parameter;
    public Origin Origin { get; } = origin;
}
