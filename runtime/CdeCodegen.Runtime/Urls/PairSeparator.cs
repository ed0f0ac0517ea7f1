namespace CdeCodegen.Runtime.Generated;

/// <summary>What stands before the next <c>name=value</c>: the first time one character or none, then always <c>&amp;</c>.</summary>
internal struct PairSeparator(string first)
{
    private string _next = first;

    internal static PairSeparator Query => new("?");

    internal static PairSeparator MoreQuery => new("&");

    internal static PairSeparator Form => new("");

    internal void Write(ref UrlWriter w)
    {
        w.Literal(_next);
        _next = "&";
    }
}
