using CdeCodegen.Generator.Lowering.Naming;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Names media types for methods such as <c>GetAsCsvAsync</c>.</summary>
internal static class MediaTypeNames
{
    /// <summary>The name in Pascal case. Media types with the same name are spellings of one format: <c>text/xml</c> and <c>application/xml</c>.</summary>
    public static string Of(string mediaType)
    {
        string type = MediaTypes.Bare(mediaType);
        if (OfDocument(type) is { } known)
        {
            return known;
        }

        int slash = type.IndexOf('/');
        string top = type.Substring(0, slash);
        string subtype = type.Substring(slash + 1);
        if (subtype == "*")
        {
            return top == "*" ? "Any" : Identifiers.Pascal(top);
        }

        foreach (string prefix in new[] { "x-", "vnd." })
        {
            subtype = subtype.StartsWith(prefix, StringComparison.Ordinal) && subtype.Length > prefix.Length ? subtype.Substring(prefix.Length) : subtype;
        }

        return Identifiers.Pascal(subtype);
    }

    /// <summary>The usual name of a format whose media type is no name, or null.</summary>
    public static string? OfDocument(string type) => type switch
    {
        "text/plain" => "Text",
        "application/x-www-form-urlencoded" => "Form",
        "multipart/form-data" => "Multipart",
        "image/svg+xml" => "Svg",
        "image/jpg" => "Jpeg",
        "text/yml" or "application/yml" => "Yaml",
        "application/vnd.ms-excel" => "Xls",
        "application/vnd.ms-powerpoint" => "Ppt",
        "application/msword" => "Doc",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Xlsx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Docx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "Pptx",
        "application/vnd.oasis.opendocument.spreadsheet" => "Ods",
        "application/vnd.oasis.opendocument.text" => "Odt",
        "application/vnd.apache.parquet" => "Parquet",
        _ => null,
    };
}
