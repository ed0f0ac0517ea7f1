using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The security schemes and requirements of a document, which all clients of one class share. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSecurity
{
    /// <summary>Creates the table.</summary>
    /// <param name="schemes">
    /// The schemes in the order of <see cref="ApiClientOptions.GetCredential"/>: <c>bearer</c>, <c>basic</c>, <c>http</c>, or <c>header</c>, <c>query</c> or
    /// <c>cookie</c> followed by a space and a name.
    /// </param>
    /// <param name="requirements">
    /// The requirements, which an operation names by position. Alternatives are separated by <c>|</c>, the schemes of an alternative by <c>+</c>: <c>0|1+2</c>.
    /// </param>
    public ApiSecurity(string[] schemes, string[] requirements)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        ArgumentNullException.ThrowIfNull(requirements);
        Schemes = Array.ConvertAll(schemes, ParseScheme);
        Requirements = Array.ConvertAll(requirements, ParseRequirement);
    }

    internal SecurityScheme[] Schemes { get; }

    internal int[][][] Requirements { get; }

    private static SecurityScheme ParseScheme(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return new SecurityScheme(
            Enum.Parse<SecurityKind>(space < 0 ? text : text[..space], ignoreCase: true), space < 0 ? "" : text[(space + 1)..]);
    }

    private static int[][] ParseRequirement(string text) =>
        Array.ConvertAll(text.Split('|'), alternative => Array.ConvertAll(
            alternative.Split('+', StringSplitOptions.RemoveEmptyEntries), scheme => int.Parse(scheme, System.Globalization.CultureInfo.InvariantCulture)));
}
