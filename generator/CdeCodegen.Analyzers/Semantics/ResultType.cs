using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>A generated result: a closed hierarchy, one nested class per documented response.</summary>
internal sealed class ResultType
{
    /// <summary>The width of a set of cases. The analyzer ignores operations with more documented responses.</summary>
    public const int MaxCases = 64;

    private ResultType(INamedTypeSymbol symbol, string? operationId, bool isDeclaredClosed, List<ResultCase> cases)
    {
        Symbol = symbol;
        OperationId = operationId;
        IsClosed = isDeclaredClosed;
        Cases = cases;
        for (int i = 0; i < cases.Count; i++)
        {
            var documented = CaseSet.Of(i);
            All = All.Union(documented);
            if (cases[i].IsSuccess)
            {
                Success = Success.Union(documented);
            }

            if (cases[i].Kind == CaseKind.Default)
            {
                Unlisted = Unlisted.Union(documented);
            }
        }
        // An operation that documents only failures and `default` succeeds through `default`.
        if (Success.IsEmpty)
        {
            Success = Unlisted;
        }
    }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>The operation in the document; null if the result does not name it.</summary>
    public string? OperationId { get; }

    /// <summary>Declared with the <c>closed</c> modifier of C# 15.</summary>
    public bool IsClosed { get; }

    public IReadOnlyList<ResultCase> Cases { get; }

    public CaseSet All { get; }

    public CaseSet Success { get; }

    /// <summary>The <c>default</c> case, which covers undocumented statuses; empty without one.</summary>
    public CaseSet Unlisted { get; }

    /// <summary>The cases of a set, in ascending order.</summary>
    public List<ResultCase> CasesIn(CaseSet set)
    {
        var found = new List<ResultCase>();
        for (int i = 0; i < Cases.Count; i++)
        {
            if (set.Contains(i))
            {
                found.Add(Cases[i]);
            }
        }

        return found;
    }

    public static ResultType? Create(INamedTypeSymbol symbol)
    {
        AttributeData? marker = FindMarker(symbol, KnownNames.ResultMarkerName);
        if (marker is null)
        {
            return null;
        }

        var cases = new List<ResultCase>();
        foreach (INamedTypeSymbol nested in symbol.GetTypeMembers())
        {
            AttributeData? attribute = FindMarker(nested, KnownNames.CaseMarkerName);
            // A marker of the same name may have other arguments; reading `Value` of an array argument throws.
            if (attribute is { ConstructorArguments: { Length: > 0 } arguments } && arguments[0].Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum
                && ResultCase.Create(nested, arguments[0].Value) is { } found)
            {
                cases.Add(found);
            }
        }

        if (cases.Count is 0 or > MaxCases)
        {
            return null;
        }

        cases.Sort(static (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : a.Low.CompareTo(b.Low));
        return new ResultType(symbol, FindOperation(marker), s_isClosed?.Invoke(symbol) ?? false, cases);
    }

    /// <summary>The cases that may, and that may not, be a <paramref name="type"/>; <paramref name="mentioned"/> is the case of exactly that type.</summary>
    public (CaseSet May, CaseSet MayNot) Test(ITypeSymbol type, out CaseSet mentioned)
    {
        mentioned = CaseSet.Empty;
        CaseSet may = CaseSet.Empty, mayNot = CaseSet.Empty;
        for (int i = 0; i < Cases.Count; i++)
        {
            var documented = CaseSet.Of(i);
            INamedTypeSymbol symbol = Cases[i].Symbol;
            if (SymbolEqualityComparer.Default.Equals(symbol, type))
            {
                mentioned = mentioned.Union(documented);
                may = may.Union(documented);
            }
            else if (IsA(symbol, type))
            {
                may = may.Union(documented);
            }
            else
            {
                mayNot = mayNot.Union(documented);
                // An unsealed, hand-written case can have a subclass of the tested type.
                if (!symbol.IsSealed && (type.TypeKind == TypeKind.Interface || IsA(type, symbol)))
                {
                    may = may.Union(documented);
                }
            }
        }

        return (may, mayNot);
    }

    /// <summary>Whether every case is a <paramref name="type"/>.</summary>
    public bool IsWholeAs(ITypeSymbol type) => Test(type, out _).MayNot.IsEmpty;

    public CaseSet WithStatus(long status)
    {
        CaseSet ranges = CaseSet.Empty;
        for (int i = 0; i < Cases.Count; i++)
        {
            switch (Cases[i].Kind)
            {
                case CaseKind.Exact when Cases[i].Low == status:
                    return CaseSet.Of(i);
                case CaseKind.Range when Cases[i].Low <= status && status <= Cases[i].High:
                    ranges = ranges.Union(CaseSet.Of(i));
                    break;
            }
        }

        return ranges.IsEmpty ? Unlisted : ranges;
    }

    public static bool IsA(ITypeSymbol type, ITypeSymbol ancestor)
    {
        if (ancestor.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(type, ancestor))
        {
            foreach (INamedTypeSymbol candidate in type.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(candidate, ancestor))
                {
                    return true;
                }
            }

            return false;
        }

        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static AttributeData? FindMarker(INamedTypeSymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 0, ContainingType: null } type && type.Name == name && IsRuntimeNamespace(type.ContainingNamespace))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool IsRuntimeNamespace(INamespaceSymbol? ns) =>
        ns is { Name: "Runtime", ContainingNamespace: { Name: "CdeCodegen", ContainingNamespace.IsGlobalNamespace: true } };

    private static string? FindOperation(AttributeData marker)
    {
        foreach (KeyValuePair<string, TypedConstant> named in marker.NamedArguments)
        {
            if (named.Key == KnownNames.OperationProperty && named.Value.Value is string { Length: > 0 } name)
            {
                return name;
            }
        }

        foreach (TypedConstant positional in marker.ConstructorArguments)
        {
            if (positional.Kind == TypedConstantKind.Primitive && positional.Value is string { Length: > 0 } name)
            {
                return name;
            }
        }

        return null;
    }

    // Roslyn 4.8 lacks the property, and compilers that have it hide the attribute that encodes it, hence the reflection.
    private static readonly Func<ITypeSymbol, bool>? s_isClosed =
        typeof(ITypeSymbol).GetProperty("IsClosed")?.GetMethod is { } getter
            ? (Func<ITypeSymbol, bool>)Delegate.CreateDelegate(typeof(Func<ITypeSymbol, bool>), getter)
            : null;
}
