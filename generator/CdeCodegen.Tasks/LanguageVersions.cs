using System.Globalization;

namespace CdeCodegen.Tasks;

/// <summary>Translates the <c>LangVersion</c> property as the compiler does.</summary>
internal static class LanguageVersions
{
    /// <summary>The number of "preview": larger than that of every version.</summary>
    public const int Preview = int.MaxValue - 1;

    private static readonly Version s_oldest = new(12, 0);

    /// <param name="text">The property: a version, or a name such as <c>latest</c>.</param>
    /// <param name="newest">The newest version that the compiler knows.</param>
    /// <returns>The version as the compiler numbers it: 1200 for C# 12.</returns>
    public static int Parse(string? text, string? newest)
    {
        text = text?.Trim() ?? "";
        Version known = TryParse(newest?.Trim() ?? "") ?? s_oldest;
        return text.ToUpperInvariant() switch
        {
            "PREVIEW" => Preview,
            "LATEST" => Number(known),
            "" or "DEFAULT" or "LATESTMAJOR" => Number(new Version(known.Major, 0)),
            "ISO-1" => 1,
            "ISO-2" => 2,

            // The compiler reports a text that is no version.
            _ => Number(TryParse(text) ?? known),
        };
    }

    /// <param name="api">The property <c>CompilerApiVersion</c>, <c>roslyn4.8</c> for example.</param>
    public static Version Compiler(string? api) =>
        TryParse((api ?? "").Trim().Replace("roslyn", "")) ?? new Version(4, 8);

    private static int Number(Version version) => (version.Major * 100) + version.Minor;

    private static Version? TryParse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int major))
        {
            return new Version(major, 0);
        }

        return Version.TryParse(text, out Version? version) ? version : null;
    }
}
