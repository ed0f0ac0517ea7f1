using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Classifies media types.</summary>
internal static class MediaTypes
{
    /// <summary>The last value of <see cref="Rank"/>.</summary>
    public const int LastRank = 6;

    /// <summary>What a body is. One of any type that nothing describes need not be JSON.</summary>
    public static BodyKind KindOf(MediaType media) => IsAnything(media) ? BodyKind.Binary : KindOf(media.Type);

    /// <summary>What a body of a media type is, if its schema describes it.</summary>
    public static BodyKind KindOf(string mediaType)
    {
        string type = Bare(mediaType);
        // Streams may never end, so the caller reads them item by item.
        if (type == "text/event-stream")
        {
            return BodyKind.Events;
        }

        if (type is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonl" or "application/jsonlines"
                or "application/x-jsonlines" or "application/json-lines" or "application/json-seq" or "application/stream+json"
            || type.EndsWith("+json-seq", StringComparison.Ordinal))
        {
            return BodyKind.Items;
        }

        if (type is "application/json" or "text/json" or "*/*" or "application/*"
            || type.EndsWith("+json", StringComparison.Ordinal) || type.EndsWith("/json", StringComparison.Ordinal))
        {
            return BodyKind.Json;
        }

        if (type == "application/x-www-form-urlencoded")
        {
            return BodyKind.FormUrlEncoded;
        }

        if (type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return BodyKind.Multipart;
        }

        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/xml" or "application/yaml" or "application/x-yaml"
            || type.EndsWith("+xml", StringComparison.Ordinal)
            ? BodyKind.Text
            : BodyKind.Binary;
    }

    /// <summary>Whether the document says nothing about a body: any media type, and neither a schema nor an example in JSON.</summary>
    public static bool IsAnything(MediaType media) =>
        media is { Schema: null, ItemSchema: null, HasJsonExample: false } && Bare(media.Type) is "*/*" or "application/*";

    /// <summary>
    /// Whether the body of a media type without its own rules is a sequence of JSON values, because the document describes its items. Rows of CSV or parts of
    /// a multipart body are not JSON.
    /// </summary>
    public static bool HasJsonItems(MediaType media) =>
        media is { ItemSchema: not null, Schema: null } && Bare(media.Type) is var type && KindOf(type) != BodyKind.Multipart && !IsXml(type)
        && type is not ("text/csv" or "text/tab-separated-values" or "text/html" or "text/markdown") && !type.EndsWith("yaml", StringComparison.Ordinal);

    /// <summary>The preference among several media types; lower is better.</summary>
    public static int Rank(MediaType media) => KindOf(media) switch
    {
        BodyKind.Json => Bare(media.Type) == "application/json" ? 0 : 1,
        BodyKind.Multipart => 2,
        BodyKind.FormUrlEncoded => 3,
        BodyKind.Items => 4,
        BodyKind.Text => 5,
        _ => 6,
    };

    /// <summary>The media type with the charset in which bodies other than texts are sent, if it names another one.</summary>
    public static string InUtf8(string mediaType)
    {
        int start = mediaType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return mediaType;
        }

        start += "charset=".Length;
        int end = mediaType.IndexOf(';', start);
        string charset = (end < 0 ? mediaType.Substring(start) : mediaType.Substring(start, end - start)).Trim().Trim('"');
        return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            ? mediaType
            : mediaType.Substring(0, start) + "utf-8" + (end < 0 ? "" : mediaType.Substring(end));
    }

    /// <summary>Whether the media type is valid as a header value.</summary>
    public static bool IsValid(string mediaType)
    {
        // Parameters may contain slashes as well.
        string type = Bare(mediaType);
        int slash = type.IndexOf('/');
        if (slash <= 0 || slash == type.Length - 1)
        {
            return false;
        }

        foreach (char c in mediaType)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the media type is a range such as <c>image/*</c>.</summary>
    public static bool IsRange(string mediaType) => mediaType.IndexOf('*') >= 0;

    /// <summary>Whether the range contains plain text.</summary>
    public static bool IsAnyType(string mediaType) => Bare(mediaType) == "*/*";

    /// <summary>Whether this is plain text, which some servers send in place of JSON.</summary>
    public static bool IsPlainText(string mediaType) => Bare(mediaType) == "text/plain";

    public static bool IsXml(string mediaType)
    {
        string type = Bare(mediaType);
        return type is "application/xml" or "text/xml" || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether a media type without its own rules contains JSON if its schema is an object or a list. Formats of their own, such as CSV or PDF, do not.
    /// </summary>
    public static bool MayBeJson(string mediaType)
    {
        string type = Bare(mediaType);
        return type == "text/plain"
            || (type.StartsWith("application/vnd.", StringComparison.Ordinal) && !IsXml(type) && MediaTypeNames.OfDocument(type) is null);
    }

    /// <summary>The media type in lower case, without parameters.</summary>
    public static string Bare(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim().ToLowerInvariant();
    }
}
