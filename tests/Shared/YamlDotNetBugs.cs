using System.Text.RegularExpressions;

namespace CdeCodegen.Tests.Shared;

/// <summary>What YamlDotNet 16 to 18 reads differently from YAML 1.2.2.</summary>
/// <remarks>
/// It rejects block scalars that begin with, or consist of, lines of spaces (section 8.1.1.1), and lines of tabs (section 6.6, case DK95 of the YAML test
/// suite). It reads <c>a *b: c</c> as one scalar although an asterisk has no meaning within a plain scalar (section 7.3.3).
/// </remarks>
internal static partial class YamlDotNetBugs
{
    /// <param name="messages">The messages of YamlDotNet on the text.</param>
    /// <param name="text">The document.</param>
    public static bool Affect(IEnumerable<string> messages, string text) =>
        messages.Any(static message => message.Contains("extra spaces in first line", StringComparison.Ordinal)
            || message.Contains("more spaces in lines above", StringComparison.Ordinal))
        || (messages.Any() && LineOfTabs().IsMatch(text))
        || AsteriskInScalar().IsMatch(text);

    [GeneratedRegex(@"^ *\t[ \t]*(#|\r?$)", RegexOptions.Multiline)]
    private static partial Regex LineOfTabs();

    [GeneratedRegex(@"[^ \t\r\n][ \t]+\*[^\n]*:")]
    private static partial Regex AsteriskInScalar();
}
