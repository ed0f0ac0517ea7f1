namespace CdeCodegen.Runtime.Internal;

/// <summary>What stands before the next <c>name=value</c>: the first time one character or none, then always <c>&amp;</c>.</summary>
internal struct PairSeparator(char first)
{
    private const char None = '\0';

    private char _next = first;

    internal static PairSeparator Query => new('?');

    /// <summary>For a path that the document gives a query already.</summary>
    internal static PairSeparator MoreQuery => new('&');

    internal static PairSeparator Form => new(None);

    internal void Write(ref UrlWriter w)
    {
        if (_next != None)
        {
            w.Literal(_next);
        }

        _next = '&';
    }
}
