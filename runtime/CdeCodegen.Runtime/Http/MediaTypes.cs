using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Looks at a <c>Content-Type</c> header without taking it apart into objects.</summary>
internal static class MediaTypes
{
    /// <summary>What nearly every JSON body says of itself, and what then needs no closer look.</summary>
    private const string PlainJson = "application/json";

    /// <summary>application/json, text/json, anything ending in +json, or no content type at all.</summary>
    internal static bool IsJson(string contentType) => contentType == PlainJson || IsJson(contentType.AsSpan());

    private static bool IsJson(ReadOnlySpan<char> contentType)
    {
        ReadOnlySpan<char> type = Type(contentType);
        return type.IsEmpty
            || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Without parameters.</summary>
    private static ReadOnlySpan<char> Type(ReadOnlySpan<char> contentType)
    {
        int end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }

    /// <summary>The encoding that the charset names; UTF-8 where it names none; null where it is not known here.</summary>
    internal static Encoding? Charset(string contentType) => contentType == PlainJson ? Encoding.UTF8 : Charset(contentType.AsSpan());

    private static Encoding? Charset(ReadOnlySpan<char> contentType)
    {
        int start = contentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return Encoding.UTF8;
        }

        ReadOnlySpan<char> name = contentType[(start + "charset=".Length)..];
        int end = name.IndexOf(';');
        name = (end < 0 ? name : name[..end]).Trim().Trim('"').Trim('\'');
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase) || name.IsEmpty)
        {
            return Encoding.UTF8;
        }

        try
        {
            return Encoding.GetEncoding(name.ToString());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
