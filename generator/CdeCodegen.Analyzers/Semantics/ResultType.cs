using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>A generated result: a closed hierarchy, one nested class per documented response. A set of its cases is a bit mask.</summary>
internal sealed class ResultType
{
    /// <summary>The width of a set of cases. The analyzer ignores operations with more documented responses.</summary>
    public const int MaxCases = 64;

    private ResultType(INamedTypeSymbol symbol, string operation, bool isDeclaredClosed, List<ResultCase> cases)
    {
        Symbol = symbol;
        Operation = operation;
        IsClosed = isDeclaredClosed;
        Cases = cases;
        All = cases.Count == MaxCases ? ulong.MaxValue : (1UL << cases.Count) - 1;
        for (int i = 0; i < cases.Count; i++)
        {
            if (cases[i].IsSuccess)
            {
                Success |= 1UL << i;
            }

            if (cases[i].Kind == CaseKind.Default)
            {
                Unlisted |= 1UL << i;
            }
        }
        // An operation that documents only failures and `default` succeeds through `default`.
        if (Success == 0)
        {
            Success = Unlisted;
        }
    }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>The operation's name for messages.</summary>
    public string Operation { get; }

    /// <summary>Declared with the <c>closed</c> modifier of C# 15.</summary>
    public bool IsClosed { get; }

    public IReadOnlyList<ResultCase> Cases { get; }

    public ulong All { get; }

    public ulong Success { get; }

    /// <summary>The <c>default</c> case, which covers undocumented statuses; zero without one.</summary>
    public ulong Unlisted { get; }

    /// <summary>The cases of a set, in ascending order.</summary>
    public List<ResultCase> CasesIn(ulong set)
    {
        var found = new List<ResultCase>();
        for (int i = 0; i < Cases.Count; i++)
        {
            if ((set >> i & 1) != 0)
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
        return new ResultType(symbol, OperationName(symbol, marker), s_isClosed?.Invoke(symbol) ?? false, cases);
    }

    /// <summary>The cases that may, and that may not, be a <paramref name="type"/>; <paramref name="mentioned"/> is the case of exactly that type.</summary>
    public (ulong May, ulong MayNot) Test(ITypeSymbol type, out ulong mentioned)
    {
        mentioned = 0;
        ulong may = 0, mayNot = 0;
        for (int i = 0; i < Cases.Count; i++)
        {
            ulong bit = 1UL << i;
            INamedTypeSymbol symbol = Cases[i].Symbol;
            if (SymbolEqualityComparer.Default.Equals(symbol, type))
            {
                mentioned |= bit;
                may |= bit;
            }
            else if (IsA(symbol, type))
            {
                may |= bit;
            }
            else
            {
                mayNot |= bit;
                // An unsealed, hand-written case can have a subclass of the tested type.
                if (!symbol.IsSealed && (type.TypeKind == TypeKind.Interface || IsA(type, symbol)))
                {
                    may |= bit;
                }
            }
        }

        return (may, mayNot);
    }

    /// <summary>Whether every case is a <paramref name="type"/>.</summary>
    public bool IsWholeAs(ITypeSymbol type) => Test(type, out _).MayNot == 0;

    public ulong WithStatus(long status)
    {
        ulong ranges = 0, unlisted = 0;
        for (int i = 0; i < Cases.Count; i++)
        {
            ulong bit = 1UL << i;
            switch (Cases[i].Kind)
            {
                case CaseKind.Exact when Cases[i].Low == status:
                    return bit;
                case CaseKind.Range when Cases[i].Low <= status && status <= Cases[i].High:
                    ranges |= bit;
                    break;
                case CaseKind.Default:
                    unlisted |= bit;
                    break;
            }
        }

        return ranges != 0 ? ranges : unlisted;
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

    private static string OperationName(INamedTypeSymbol symbol, AttributeData marker)
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

        const string Suffix = "Result";
        return symbol.Name.Length > Suffix.Length && symbol.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? symbol.Name.Substring(0, symbol.Name.Length - Suffix.Length)
            : symbol.Name;
    }

    // Roslyn 4.8 lacks the property, and compilers that have it hide the attribute that encodes it, hence the reflection.
    private static readonly Func<ITypeSymbol, bool>? s_isClosed =
        typeof(ITypeSymbol).GetProperty("IsClosed")?.GetMethod is { } getter
            ? (Func<ITypeSymbol, bool>)Delegate.CreateDelegate(typeof(Func<ITypeSymbol, bool>), getter)
            : null;
}
