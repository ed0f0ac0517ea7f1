using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Options;

/// <summary>
/// A list such as <c>M:My.Http.Check(…)|T:My.Log|N:Serilog</c>: methods, types and namespaces in the form of documentation ids.
/// A semicolon separates as well, but only where it arrives: compilers take what follows one in an .editorconfig for a comment.
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

    public bool Match(IMethodSymbol method)
    {
        if (methods.Count + overloads.Count + types.Count + namespaces.Count == 0)
            return false;
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        var id = original.GetDocumentationCommentId();
        if (id is null)
            return false;
        var text = id.Substring(2);
        if (methods.Contains(text))
            return true;

        var end = text.IndexOfAny(['(', '`']);
        foreach (var overload in overloads)
            if (overload == text || (end >= 0 && text.StartsWith(overload, StringComparison.Ordinal) && IsNameEnd(text, overload.Length)))
                return true;
        foreach (var type in types)
            for (var t = original.ContainingType; t is not null; t = t.ContainingType)
                if (t.GetDocumentationCommentId()?.Substring(2) == type)
                    return true;
        if (namespaces.Count != 0 && original.ContainingNamespace is { IsGlobalNamespace: false } ns)
        {
            var full = ns.ToDisplayString();
            foreach (var candidate in namespaces)
                if (full == candidate || (full.StartsWith(candidate, StringComparison.Ordinal) && full[candidate.Length] == '.'))
                    return true;
        }
        return false;
    }

    // What follows a method's name in an id: its parameters, or the number of its type parameters.
    static bool IsNameEnd(string text, int index) => index < text.Length && text[index] is '(' or '`';

    bool Add(string entry)
    {
        if (entry.Length < 3 || entry[1] != ':')
            return false;
        var name = entry.Substring(2);
        switch (entry[0])
        {
            case 'N':
                namespaces.Add(name);
                return IsName(name);
            case 'T':
                types.Add(name);
                return IsName(name);
            case 'M':
                var open = name.IndexOf('(');
                if (open < 0)
                    overloads.Add(name);
                else if (name.Substring(open) is "(…)" or "(...)")
                    overloads.Add(name = name.Substring(0, open));
                else if (name.EndsWith("()", StringComparison.Ordinal))
                    overloads.Add(name = name.Substring(0, open));
                else if (name.EndsWith(")", StringComparison.Ordinal))
                    methods.Add(name);
                else
                    return false;
                return IsName(open < 0 ? name : name.Substring(0, open)) && name.IndexOf('.') > 0;
            default:
                return false;
        }
    }

    static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] == '.' || name[name.Length - 1] == '.')
            return false;
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '`' or '#'))
                return false;
        return true;
    }
}
