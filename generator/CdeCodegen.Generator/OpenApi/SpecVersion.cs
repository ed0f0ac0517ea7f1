using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The versions of the specification that this project reads differently.</summary>
internal enum SpecVersion : byte
{
    Unknown,
    V2,
    V30,

    /// <summary>3.1 and 3.2: schemas are JSON Schema 2020-12.</summary>
    V31,
}

internal static class SpecVersions
{
    public static SpecVersion Of(SpecNode root)
    {
        // Without quotes, YAML reads the version as a number (2.0) with the same text.
        string swagger = root["swagger"]?.Text ?? "";
        string openapi = root["openapi"]?.Text ?? "";
        if (swagger is "2" || swagger.StartsWith("2.", StringComparison.Ordinal))
        {
            return SpecVersion.V2;
        }

        if (Is(openapi, "3.0") || openapi == "3")
        {
            return SpecVersion.V30;
        }

        return Is(openapi, "3.1") || Is(openapi, "3.2") ? SpecVersion.V31 : SpecVersion.Unknown;
    }

    private static bool Is(string version, string minor) =>
        version.StartsWith(minor, StringComparison.Ordinal) && (version.Length == minor.Length || version[minor.Length] is '.' or '-');
}
