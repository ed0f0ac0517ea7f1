using System.Collections;

namespace CdeCodegen.Runtime.Generated;

public partial struct ApiRequest
{
    /// <summary>
    /// The URL is escaped already: the library's own pass would only undo what keeps a value in its segment (<c>%2E%2E</c> would become a step up).
    /// </summary>
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static HttpMethod MethodOf(string method) => method switch
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

    /// <summary>Folds to a constant for every scalar.</summary>
    internal static bool IsComposite<T>()
        => typeof(T) != typeof(string) && typeof(T) != typeof(byte[]) && !typeof(T).IsValueType && typeof(IEnumerable).IsAssignableFrom(typeof(T));

    private static void RefuseControls(string name, string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' and not '\t' or '\x7F')
            {
                throw new ArgumentException($"The value of the header '{name}' holds a line break or another control character.");
            }
        }
    }
}
