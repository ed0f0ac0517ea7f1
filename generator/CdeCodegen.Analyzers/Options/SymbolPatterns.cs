using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Options;

/// <summary>
/// A list such as <c>M:My.Http.Check(…)|T:My.Log|N:Serilog</c>: methods, types and namespaces in the form of documentation ids.
/// A semicolon separates as well, but only where it arrives: compilers take what follows one in an .editorconfig for a comment. So they do with
/// <c>#</c>, for which <c>^</c> stands: <c>M:My.Report.^ctor</c>.
/// A method without parentheses, or with <c>(…)</c> or <c>(...)</c>, stands for all of its overloads.
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

    /// <summary>Whoever names a virtual method, or one of an interface, means what overrides and implements it too.</summary>
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

    // A method of an extension block is also one of the static class around, which is the one that people know. Roslyn 4.8 has neither.
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

        for (INamespaceSymbol space = method.ContainingNamespace; _namespaces.Count != 0 && space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.GetDocumentationCommentId() is { } spaceId && _namespaces.Contains(spaceId))
            {
                return true;
            }
        }

        return false;
    }

    // What follows a method's name in an id: nothing, its parameters, the number of its type parameters (one of a type has a single mark), a conversion's result.
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
        // A method without parameters has no parentheses in its id.
        _methods.Add(text.Replace("()", ""));
        return true;
    }

    /// <summary>One list in parentheses, and what a conversion converts to; a type in it is an id too, <c>System.String</c> and not <c>string</c>.</summary>
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

    private static bool IsKeyword(string name) => name is "bool" or "byte" or "sbyte" or "char" or "decimal" or "double" or "float" or "int" or "uint" or "long" or "ulong"
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
