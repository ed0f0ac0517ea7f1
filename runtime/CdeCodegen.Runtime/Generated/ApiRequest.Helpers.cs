using System.Collections;

namespace CdeCodegen.Runtime.Generated;

public partial struct ApiRequest
{
    /// <summary>
    /// Keeps the URL as written. <see cref="Uri"/> would otherwise undo the encoding that keeps values in their segments: <c>%2E%2E</c> would leave it.
    /// </summary>
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static HttpMethod GetMethod(string method) => method switch
    {
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        "PUT" => HttpMethod.Put,
        "PATCH" => HttpMethod.Patch,
        "DELETE" => HttpMethod.Delete,
        "HEAD" => HttpMethod.Head,
        "OPTIONS" => HttpMethod.Options,
        "TRACE" => HttpMethod.Trace,
        _ => new HttpMethod(method),
    };

    /// <summary>Returns whether a parameter can be a list or map. The JIT compiler evaluates it to a constant for value types.</summary>
    internal static bool IsComposite<T>()
        => typeof(T) != typeof(string) && typeof(T) != typeof(byte[]) && !typeof(T).IsValueType && typeof(IEnumerable).IsAssignableFrom(typeof(T));

    /// <summary>Turns the request into that of a further page. The server wrote its query, and only the headers stay.</summary>
    private void RequestPage(PageRequest page)
    {
        if (page.Link is { } link)
        {
            _message.RequestUri = link.UrlFor(_message.RequestUri!);
            if (!link.Repeats)
            {
                FinishBody()?.Dispose();
                _message.Method = HttpMethod.Get;
                (_content, _json, _contentHeaders) = (null, null, null);
            }
        }

        page.Url = _message.RequestUri;
    }

    private static void RejectControlCharacters(string name, string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' and not '\t' or '\x7F')
            {
                throw new ArgumentException($"The value of the header '{name}' contains a line break or another control character.");
            }
        }
    }
}
