using System.Collections;
using System.Text;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Formats parameters as cookies.</summary>
/// <remarks>
/// OpenAPI's style <c>form</c> percent-encodes values, so that any text can be sent. Its style <c>cookie</c> sends values as they are: the caller has escaped them
/// as the server expects. A value that would end its cookie or the header is then refused, because changing it is not allowed and sending it would add cookies.
/// </remarks>
internal static class CookieFormatter
{
    /// <summary>Adds a parameter to the value of a <c>Cookie</c> header. Null and empty collections add nothing.</summary>
    /// <param name="cookies">The cookies so far, or null.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">A scalar, a list or a map.</param>
    /// <param name="style">The style.</param>
    /// <exception cref="ArgumentException">The style sends the value as it is, and a cookie cannot contain it.</exception>
    internal static string? Add(string? cookies, string name, object? value, ApiParameterStyle style)
    {
        if (value is null)
        {
            return cookies;
        }

        var w = new StringBuilder(cookies);
        bool isRaw = style is ApiParameterStyle.Cookie or ApiParameterStyle.CookieExploded;
        bool isExploded = style is ApiParameterStyle.Exploded or ApiParameterStyle.CookieExploded;
        if (isExploded && CompositeValue.IsMap(value, out IEnumerable<KeyValuePair<string, object?>>? entries))
        {
            foreach ((string key, object? item) in entries)
            {
                AddPair(w, key, CompositeValue.Format(item), isRaw);
            }
        }
        else if (isExploded && CompositeValue.IsList(value, out IEnumerable? items))
        {
            foreach (object? item in items)
            {
                AddPair(w, name, CompositeValue.Format(item), isRaw);
            }
        }
        else
        {
            ApiParameterStyle line = style == ApiParameterStyle.Json ? ApiParameterStyle.Json : ApiParameterStyle.Simple;
            AddPair(w, name, ParameterFormatter.FormatLine(value, line), isRaw);
        }

        return w.Length > 0 ? w.ToString() : null;
    }

    private static void AddPair(StringBuilder w, string name, string? value, bool isRaw)
    {
        if (value is null)
        {
            return;
        }

        if (isRaw && value.AsSpan().IndexOfAnyExceptInRange(' ', '~') is var at && (at >= 0 || value.Contains(';')))
        {
            // The message does not contain the value, which can be a secret.
            throw new ArgumentException($"The value of the cookie '{name}' contains a semicolon, a control character or a character outside ASCII. Escape it as the server expects.");
        }

        w.Append(w.Length > 0 ? "; " : "").Append(CookieEncoder.Encode(name)).Append('=').Append(isRaw ? value : CookieEncoder.Encode(value));
    }
}
