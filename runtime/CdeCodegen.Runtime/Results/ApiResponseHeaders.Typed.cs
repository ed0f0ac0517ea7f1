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

    /// <summary>
    /// Returns the value of a header as a string, a boolean, a number, a UUID, a date or time, a URI, the bytes of a base64 string, or a list of strings,
    /// integers, doubles or UUIDs.
    /// </summary>
    /// <typeparam name="T">The type of the value. Use <c>int?</c> instead of <c>int</c> to distinguish a missing header from zero.</typeparam>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value, or the default of <typeparamref name="T"/> if the header is missing or its value has another type.</returns>
    public T? Get<T>(string name)
    {
        if (GetValue(name) is not { } text)
        {
            return default;
        }

        object? value = HeaderValueParser.Parse(typeof(T), text);
        return value is T typed ? typed : default;
    }
}
