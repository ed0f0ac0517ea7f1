using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>
/// Recognizes test code: every member of a type that holds a test method, with its helpers and set-up, and every type of a test project. Test frameworks
/// are recognized by the names of their attributes and interfaces.
/// </summary>
/// <param name="global">The global options of the compilation, with the properties of its project.</param>
internal sealed class TestCode(AnalyzerConfigOptions global)
{
    private readonly bool _isTestProject =
        global.TryGetValue("build_property.IsTestProject", out string? text) && bool.TryParse(text.Trim(), out bool isTestProject) && isTestProject;

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member of a type, or a local function or lambda in it, is test code.</summary>
    public bool Contains(ISymbol member)
    {
        if (_isTestProject)
        {
            return true;
        }

        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (!_types.TryGetValue(type, out bool isTest))
            {
                _types[type] = isTest = IsTest(type);
            }

            if (isTest)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTest(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            if (implemented is { Name: "IAsyncLifetime" or "IClassFixture" or "ICollectionFixture", ContainingNamespace.Name: "Xunit" })
            {
                return true;
            }
        }

        for (INamedTypeSymbol? holder = type; holder is not null && holder.SpecialType != SpecialType.System_Object; holder = holder.BaseType)
        {
            if (HasTestAttribute(holder))
            {
                return true;
            }

            foreach (ISymbol member in holder.GetMembers())
            {
                for (var method = member as IMethodSymbol; method is not null; method = method.OverriddenMethod)
                {
                    if (HasTestAttribute(method))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool HasTestAttribute(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && IsTestAttribute(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTestAttribute(INamedTypeSymbol attribute)
    {
        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute"
                or "CombinatorialAttribute" or "TestMethodAttribute" or "DataTestMethodAttribute" or "TestClassAttribute" or "TestFixtureAttribute" or "SetUpFixtureAttribute")
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
