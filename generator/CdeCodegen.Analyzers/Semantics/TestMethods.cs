using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Methods that a test framework runs, told by the names of their attributes.</summary>
internal static class TestMethods
{
    public static bool IsTest(ISymbol symbol)
    {
        for (ISymbol? owner = symbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
            foreach (var attribute in owner.GetAttributes())
                for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
                    if (IsTestAttribute(type.Name))
                        return true;
        return false;
    }

    static bool IsTestAttribute(string name) => name is
        "FactAttribute" or "TheoryAttribute"
        or "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute" or "CombinatorialAttribute"
        or "TestMethodAttribute" or "DataTestMethodAttribute";
}
