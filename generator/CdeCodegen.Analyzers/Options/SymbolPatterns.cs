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

    readonly List<string> methods = [];
    readonly List<string> overloads = [];
    readonly List<string> types = [];
    readonly List<string> namespaces = [];

    public static SymbolPatterns? Parse(string text, out string? wrong)
    {
        var parsed = new SymbolPatterns();
        foreach (var part in text.Split(';', '|'))
        {
            wrong = part.Trim();
            if (wrong.Length != 0 && !parsed.Add(wrong))
                return null;
        }
        wrong = null;
        return parsed;
    }

    /// <summary>Whoever names a virtual method, or one of an interface, means what overrides and implements it too.</summary>
    public bool Match(IMethodSymbol method)
    {
        if (methods.Count + overloads.Count + types.Count + namespaces.Count == 0)
            return false;
        for (var candidate = Declared(method); candidate is not null; candidate = candidate.OverriddenMethod?.OriginalDefinition)
            if (MatchDeclared(candidate) || MatchImplemented(candidate))
                return true;
        return false;
    }

    static IMethodSymbol Declared(IMethodSymbol method)
    {
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        return implementation?.Invoke(declared) ?? declared;
    }

    // A method of an extension block is also one of the static class around, which is the one that people know. Roslyn 4.8 has neither.
    static readonly Func<IMethodSymbol, IMethodSymbol?>? implementation =
        typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation")?.GetMethod is { } getter
            ? (Func<IMethodSymbol, IMethodSymbol?>)Delegate.CreateDelegate(typeof(Func<IMethodSymbol, IMethodSymbol?>), getter)
            : null;

    bool MatchImplemented(IMethodSymbol method)
    {
        if (method.IsStatic || method.ContainingType is not { TypeKind: not TypeKind.Interface } type)
            return false;
        foreach (var contract in type.AllInterfaces)
            foreach (var member in contract.GetMembers(method.Name))
                if (member is IMethodSymbol promised
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(promised), method)
                    && MatchDeclared(promised.OriginalDefinition))
                    return true;
        return false;
    }

    bool MatchDeclared(IMethodSymbol method)
    {
        if (method.GetDocumentationCommentId() is not { } id)
            return false;
        var text = id.Substring(2);
        if (methods.Contains(text))
            return true;
        foreach (var overload in overloads)
            if (text.StartsWith(overload, StringComparison.Ordinal) && IsNameEnd(text, overload.Length))
                return true;
        foreach (var named in types)
            for (var type = method.ContainingType; type is not null; type = type.ContainingType)
                if (type.OriginalDefinition.GetDocumentationCommentId() == named)
                    return true;
        for (var space = method.ContainingNamespace; namespaces.Count != 0 && space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.GetDocumentationCommentId() is { } spaceId && namespaces.Contains(spaceId))
                return true;
        return false;
    }

    // What follows a method's name in an id: nothing, its parameters, the number of its type parameters (one of a type has a single mark), a conversion's result.
    static bool IsNameEnd(string text, int index) =>
        index == text.Length || text[index] is '(' or '~' || (text[index] == '`' && index + 1 < text.Length && text[index + 1] == '`');

    bool Add(string entry)
    {
        if (entry.Length < 3 || entry[1] != ':')
            return false;
        var name = entry.Substring(2);
        switch (entry[0])
        {
            case 'N':
                namespaces.Add(entry);
                return IsName(name);
            case 'T':
                types.Add(entry);
                return IsName(name);
            case 'M':
                return AddMethod(name.Replace(" ", "").Replace('^', '#'));
            default:
                return false;
        }
    }

    bool AddMethod(string text)
    {
        var open = text.IndexOf('(');
        var name = open < 0 ? text : text.Substring(0, open);
        if (!IsName(name.Replace(".#ctor", ".ctor")) || name.IndexOf('.') < 0)
            return false;
        if (open < 0 || text.Substring(open) is "(…)" or "(...)")
        {
            overloads.Add(name);
            return true;
        }
        if (!AreParameters(text, open))
            return false;
        // A method without parameters has no parentheses in its id.
        methods.Add(text.Replace("()", ""));
        return true;
    }

    /// <summary>One list in parentheses, and what a conversion converts to; a type in it is an id too, <c>System.String</c> and not <c>string</c>.</summary>
    static bool AreParameters(string text, int open)
    {
        var depth = 0;
        var start = open + 1;
        for (var i = open; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or ')' or ',' or '{' or '}' or '[' or ']' or '@' or '*' or '~' or ':')
            {
                if (IsKeyword(text.Substring(start, Math.Max(0, i - start))))
                    return false;
                start = i + 1;
            }
            else if (!IsNameCharacter(c))
            {
                return false;
            }
            if (c == '(')
                depth++;
            else if (c == ')')
                depth--;
            if (depth == 0 && i != text.Length - 1)
                return text[i + 1] == '~' && IsName(text.Substring(i + 2));
        }
        return depth == 0;
    }

    static bool IsKeyword(string name) => name is "bool" or "byte" or "sbyte" or "char" or "decimal" or "double" or "float" or "int" or "uint" or "long" or "ulong"
        or "short" or "ushort" or "nint" or "nuint" or "object" or "string" or "dynamic";

    static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] == '.' || name[name.Length - 1] == '.' || name.Contains(".."))
            return false;
        foreach (var c in name)
            if (!IsNameCharacter(c))
                return false;
        return true;
    }

    static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '`';
}
