using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Recognizes test methods by the names of their attributes.</summary>
internal static class TestMethods
{
    public static bool IsTest(ISymbol symbol)
    {
        for (ISymbol? owner = symbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
        {
            for (var method = (IMethodSymbol)owner; method is not null; method = method.OverriddenMethod)
            {
                foreach (AttributeData attribute in method.GetAttributes())
                {
                    if (IsTestAttribute(attribute.AttributeClass))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsTestAttribute(INamedTypeSymbol? attribute)
    {
        if (attribute is null)
        {
            return false;
        }

        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute" or "CombinatorialAttribute"
                or "TestMethodAttribute" or "DataTestMethodAttribute")
            {
                return true;
            }
        }
        // xunit 3 and NUnit recognize custom test attributes by an interface.
        foreach (INamedTypeSymbol type in attribute.AllInterfaces)
        {
            if (type.Name is "IFactAttribute" or "ITestBuilder" or "ISimpleTestBuilder")
            {
                return true;
            }
        }

        return false;
    }
}
