using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Options;

/// <summary>
/// A list such as <c>M:My.Http.Check(…)|T:My.Log|N:Serilog</c>: methods, types and namespaces in the form of documentation ids.
/// A semicolon also separates, but compilers read <c>;</c> and <c>#</c> in an .editorconfig as the start of a comment.
/// <c>^</c> replaces <c>#</c>: <c>M:My.Report.^ctor</c>.
/// A method without parentheses, or with <c>(…)</c> or <c>(...)</c>, matches all overloads.
/// </summary>
internal sealed class SymbolPatterns
{
    public static SymbolPatterns None { get; } = new();

    private readonly List<string> _methods = [];
    private readonly List<string> _overloads = [];
    private readonly List<string> _types = [];
    private readonly List<string> _namespaces = [];

    public static SymbolPatterns? Parse(string text, out string? wrong)
    {
        var parsed = new SymbolPatterns();
        foreach (string? part in text.Split(';', '|'))
        {
            wrong = part.Trim();
            if (wrong.Length != 0 && !parsed.Add(wrong))
            {
                return null;
            }
        }

        wrong = null;
        return parsed;
    }

    /// <summary>A pattern for a virtual or interface method also matches overrides and implementations.</summary>
    public bool Match(IMethodSymbol method)
    {
        if (_methods.Count + _overloads.Count + _types.Count + _namespaces.Count == 0)
        {
            return false;
        }

        for (IMethodSymbol? candidate = Declared(method); candidate is not null; candidate = candidate.OverriddenMethod?.OriginalDefinition)
        {
            if (MatchDeclared(candidate) || MatchImplemented(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static IMethodSymbol Declared(IMethodSymbol method)
    {
        IMethodSymbol declared = (method.ReducedFrom ?? method).OriginalDefinition;
        return s_implementation?.Invoke(declared) ?? declared;
    }

    // Documentation ids name the static method behind an extension block member. Roslyn 4.8 has neither, hence the reflection.
    private static readonly Func<IMethodSymbol, IMethodSymbol?>? s_implementation =
        typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation")?.GetMethod is { } getter
            ? (Func<IMethodSymbol, IMethodSymbol?>)Delegate.CreateDelegate(typeof(Func<IMethodSymbol, IMethodSymbol?>), getter)
            : null;

    private bool MatchImplemented(IMethodSymbol method)
    {
        if (method.IsStatic || method.ContainingType is not { TypeKind: not TypeKind.Interface } type)
        {
            return false;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            foreach (ISymbol member in contract.GetMembers(method.Name))
            {
                if (member is IMethodSymbol promised
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(promised), method)
                    && MatchDeclared(promised.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool MatchDeclared(IMethodSymbol method)
    {
        if (method.GetDocumentationCommentId() is not { } id)
        {
            return false;
        }

        string text = id.Substring(2);
        if (_methods.Contains(text))
        {
            return true;
        }

        foreach (string overload in _overloads)
        {
            if (text.StartsWith(overload, StringComparison.Ordinal) && IsNameEnd(text, overload.Length))
            {
                return true;
            }
        }

        foreach (string named in _types)
        {
            for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            {
                if (type.OriginalDefinition.GetDocumentationCommentId() == named)
                {
                    return true;
                }
            }
        }

        for (INamespaceSymbol space = method.ContainingNamespace; _namespaces.Count != 0 && space is { IsGlobalNamespace: false };
            space = space.ContainingNamespace)
        {
            if (space.GetDocumentationCommentId() is { } spaceId && _namespaces.Contains(spaceId))
            {
                return true;
            }
        }

        return false;
    }

    // In an id, a method's name ends at its parameters, at its arity (two backticks; a type has one) or at the result of a conversion.
    private static bool IsNameEnd(string text, int index) =>
        index == text.Length || text[index] is '(' or '~' || (text[index] == '`' && index + 1 < text.Length && text[index + 1] == '`');

    private bool Add(string entry)
    {
        if (entry.Length < 3 || entry[1] != ':')
        {
            return false;
        }

        string name = entry.Substring(2);
        switch (entry[0])
        {
            case 'N':
                _namespaces.Add(entry);
                return IsName(name);
            case 'T':
                _types.Add(entry);
                return IsName(name);
            case 'M':
                return AddMethod(name.Replace(" ", "").Replace('^', '#'));
            default:
                return false;
        }
    }

    private bool AddMethod(string text)
    {
        int open = text.IndexOf('(');
        string name = open < 0 ? text : text.Substring(0, open);
        if (!IsName(name.Replace(".#ctor", ".ctor")) || name.IndexOf('.') < 0)
        {
            return false;
        }

        if (open < 0 || text.Substring(open) is "(…)" or "(...)")
        {
            _overloads.Add(name);
            return true;
        }

        if (!AreParameters(text, open))
        {
            return false;
        }
        // The id of a method without parameters has no parentheses.
        _methods.Add(text.Replace("()", ""));
        return true;
    }

    /// <summary>Accepts one parenthesized list of types, and the result type of a conversion. Types are ids: <c>System.String</c>, not <c>string</c>.</summary>
    private static bool AreParameters(string text, int open)
    {
        int depth = 0;
        int start = open + 1;
        for (int i = open; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '(' or ')' or ',' or '{' or '}' or '[' or ']' or '@' or '*' or '~' or ':')
            {
                if (IsKeyword(text.Substring(start, Math.Max(0, i - start))))
                {
                    return false;
                }

                start = i + 1;
            }
            else if (!IsNameCharacter(c))
            {
                return false;
            }

            if (c == '(')
            {
                depth++;
            }
            else if (c == ')')
            {
                depth--;
            }

            if (depth == 0 && i != text.Length - 1)
            {
                return text[i + 1] == '~' && IsName(text.Substring(i + 2));
            }
        }

        return depth == 0;
    }

    private static bool IsKeyword(string name) =>
        name is "bool" or "byte" or "sbyte" or "char" or "decimal" or "double" or "float" or "int" or "uint" or "long" or "ulong"
        or "short" or "ushort" or "nint" or "nuint" or "object" or "string" or "dynamic";

    private static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] == '.' || name[name.Length - 1] == '.' || name.Contains(".."))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!IsNameCharacter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '`';
}
