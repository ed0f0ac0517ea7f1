namespace CdeCodegen.Runtime.Internal;

/// <summary>Separates <c>name=value</c> pairs: writes a given character, or none, before the first pair and <c>&amp;</c> before each further one.</summary>
internal struct PairSeparator(char first)
{
    private const char None = '\0';

    private char _next = first;

    internal static PairSeparator Query => new('?');

    /// <summary>For a path whose template already contains a query.</summary>
    internal static PairSeparator ContinuedQuery => new('&');

    internal static PairSeparator Form => new(None);

    /// <summary>Writes the separator before a value without a name.</summary>
    internal void Write(ref UrlWriter w)
    {
        w.WriteLiteral(_next);
        _next = '&';
    }

    /// <summary>Writes the separator, the name and the equals sign of a pair.</summary>
    internal void WriteName(ref UrlWriter w, string name)
    {
        w.WriteName(_next, name);
        _next = '&';
    }
}
