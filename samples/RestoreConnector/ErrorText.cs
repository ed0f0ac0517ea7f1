using CdeCodegen.Runtime.OAuth;

namespace RestoreConnector;

/// <summary>Describes the exceptions of a call. Documented errors are results, not exceptions.</summary>
internal static class ErrorText
{
    /// <returns>Null for an exception that is a defect of this program.</returns>
    public static string? Describe(Exception exception) => exception switch
    {
        UnexpectedStatusException e => $"The server returned {e.StatusCode}, which is not documented for this operation.",
        ResponseFormatException e => $"The response cannot be read{(e.JsonPath is null ? "" : $" at {e.JsonPath}")}: {e.Message}",
        ResponseTooLargeException e => e.Message,
        OAuthException e => e.Message,
        HttpRequestException e => $"The server cannot be reached: {e.Message}",
        IOException e => $"The connection was lost: {e.Message}",
        TaskCanceledException => "The server did not respond in time.",
        _ => null,
    };
}
