using System.Net.Http.Headers;

namespace CdeCodegen.Runtime;

public sealed partial class ApiResponseHeaders
{
    /// <summary>The media type of the body, with its parameters; null if the response does not say it.</summary>
    public string? ContentType => GetValue("Content-Type");

    /// <summary>The file name that <c>Content-Disposition</c> proposes, without directories; null if there is none.</summary>
    public string? FileName
    {
        get
        {
            if (GetValue("Content-Disposition") is not { } text || !ContentDispositionHeaderValue.TryParse(text, out ContentDispositionHeaderValue? disposition))
            {
                return null;
            }

            // A server must not choose the directory.
            string name = (disposition.FileNameStar ?? disposition.FileName ?? "").Trim('"');
            name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
            return name.Length == 0 ? null : name;
        }
    }

    /// <summary>Returns the target of a link in the headers <c>Link</c> (RFC 8288), for example that of <c>next</c>, the next page.</summary>
    /// <param name="relation">The relation type: <c>next</c>, <c>prev</c>, <c>first</c>, <c>last</c> and others.</param>
    /// <returns>The target, which can be relative to the URL of the request; null if there is no such link.</returns>
    public Uri? GetLink(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return GetValue("Link") is { } text ? LinkHeader.Find(text, relation) : null;
    }

    /// <summary>
    /// Returns the value of a header as a string, a boolean, a number, a UUID, a date or time, a URI, the bytes of a base64 string, or a list of any of these
    /// but bytes.
    /// </summary>
    /// <typeparam name="T">The type of the value. Use <c>int?</c> instead of <c>int</c> to distinguish a missing header from zero.</typeparam>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value, or the default of <typeparamref name="T"/> if the header is missing or its value has another type.</returns>
    /// <remarks>The members of results for documented headers throw in the latter case.</remarks>
    public T? Get<T>(string name)
    {
        // Dates in cookies contain commas, and each cookie has a line of its own.
        if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && typeof(T) == typeof(IReadOnlyList<string>))
        {
            return TryGetValues(name, out IReadOnlyList<string>? cookies) && cookies is T lines ? lines : default;
        }

        if (GetValue(name) is not { } text)
        {
            return default;
        }

        object? value = HeaderValueParser.Parse(typeof(T), text);
        return value is T typed ? typed : default;
    }
}
