using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Inspects <c>Content-Type</c> headers without allocating.</summary>
internal static class MediaTypes
{
    /// <summary>The most common content type of JSON, which skips the detailed comparison.</summary>
    private const string PlainJson = "application/json";

    /// <summary>Returns whether the type is application/json, text/json, any type with the suffix +json, or missing.</summary>
    internal static bool IsJson(string contentType) => contentType == PlainJson || IsJson(contentType.AsSpan());

    /// <summary>Returns whether the type is text/plain.</summary>
    internal static bool IsPlainText(string contentType) => GetMediaType(contentType).Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the type is missing, one of the expected, or another type of text. HTML is a page of a proxy unless it is expected.</summary>
    internal static bool IsText(string contentType, string expected)
    {
        ReadOnlySpan<char> type = GetMediaType(contentType);
        bool isOtherText = type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && !type.Equals("text/html", StringComparison.OrdinalIgnoreCase) && !IsJson(type);
        return isOtherText || IsAnyOf(type, expected);
    }

    /// <summary>Returns whether the type is missing, one of the expected, or <c>application/octet-stream</c>, which servers send for any file.</summary>
    internal static bool IsStream(string contentType, string expected)
    {
        ReadOnlySpan<char> type = GetMediaType(contentType);
        return type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase) || IsAnyOf(type, expected);
    }

    /// <summary>Returns whether the type is missing or one of the expected.</summary>
    internal static bool IsOneOf(string contentType, string expected) => IsAnyOf(GetMediaType(contentType), expected);

    private static bool IsAnyOf(ReadOnlySpan<char> type, string expected)
    {
        if (type.IsEmpty)
        {
            return true;
        }

        foreach (string candidate in expected.Split(','))
        {
            bool isRange = candidate.EndsWith("/*", StringComparison.Ordinal);
            if (isRange ? type.StartsWith(candidate.AsSpan(0, candidate.Length - 1), StringComparison.OrdinalIgnoreCase) : type.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJson(ReadOnlySpan<char> contentType)
    {
        ReadOnlySpan<char> type = GetMediaType(contentType);
        return type.IsEmpty
            || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the media type without its parameters.</summary>
    private static ReadOnlySpan<char> GetMediaType(ReadOnlySpan<char> contentType)
    {
        int end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }

    /// <summary>Replaces the value of the charset parameter.</summary>
    internal static string WithCharset(string contentType, string charset)
    {
        int start = contentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) + "charset=".Length;
        int end = contentType.IndexOf(';', start);
        return contentType[..start] + charset + (end < 0 ? "" : contentType[end..]);
    }

    /// <summary>Returns the encoding of the charset parameter, UTF-8 if there is none, and null if it is not supported.</summary>
    internal static Encoding? FindEncoding(string contentType) => contentType == PlainJson ? Encoding.UTF8 : FindEncoding(contentType.AsSpan());

    private static Encoding? FindEncoding(ReadOnlySpan<char> contentType)
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
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
