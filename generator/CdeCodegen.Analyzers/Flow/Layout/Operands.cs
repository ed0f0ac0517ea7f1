using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Flow.Layout;

/// <summary>Looks through conversions, and recognizes constants.</summary>
internal static class Operands
{
    public static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    public static bool IsConstant(IOperation operation) => operation.ConstantValue.HasValue || Unconverted(operation).ConstantValue.HasValue;

    public static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null } || Unconverted(operation) switch
    {
        IDefaultValueOperation value => KnownTypes.MayBeNull(value.Type),
        ILiteralOperation literal => literal.ConstantValue.Value is null,
        _ => false,
    };

    public static bool IsReferenceTo(IOperation operation, ILocalSymbol local) =>
        Unconverted(operation) is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    /// <summary>The local or parameter that an operation refers to.</summary>
    public static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => (ISymbol?)null,
    };
}
