namespace CdeCodegen.Runtime.OAuth;

/// <summary>The parameters of an authorization response (RFC 6749, 4.1.2; RFC 9207). Null means absent or empty.</summary>
internal sealed class AuthorizationResponse
{
    public string? State { get; private set; }

    public string? Code { get; private set; }

    public string? Error { get; private set; }

    public string? ErrorDescription { get; private set; }

    public string? Issuer { get; private set; }

    /// <summary>
    /// Parses the query of a redirect. Any page can send the user to the redirect URI with any query, so nothing here throws. Unknown parameters are ignored,
    /// even repeated ones. A repeated known parameter makes the response invalid (RFC 6749, 3.1), because the two sides could read different values.
    /// </summary>
    /// <returns>Null if the response is invalid.</returns>
    public static AuthorizationResponse? TryParse(Uri redirect)
    {
        if (!redirect.IsAbsoluteUri)
        {
            return null;
        }

        var response = new AuthorizationResponse();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pair in redirect.Query.TrimStart('?').Split('&'))
        {
            int equals = pair.IndexOf('=');
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            string? value = equals < 0 || equals == pair.Length - 1 ? null : Decode(pair[(equals + 1)..]);
            if (!response.TrySet(name, value))
            {
                continue;
            }

            if (!seen.Add(name))
            {
                return null;
            }
        }

        return response;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Returns false for unknown parameters.</summary>
    private bool TrySet(string name, string? value)
    {
        switch (name)
        {
            case "state":
                State = value;
                return true;
            case "code":
                Code = value;
                return true;
            case "error":
                Error = value;
                return true;
            case "error_description":
                ErrorDescription = value;
                return true;
            case "iss":
                Issuer = value;
                return true;
            default:
                return false;
        }
    }
}
