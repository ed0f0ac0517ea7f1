using CdeCodegen.Runtime.OAuth;

namespace RestoreConnector;

/// <summary>Says in a sentence why there is no result. What a server documents is a result; this is the rest.</summary>
internal static class Trouble
{
    /// <returns>Null for what is a defect of this program.</returns>
    public static string? Describe(Exception exception) => exception switch
    {
        UnexpectedStatusException e => $"The server answered with {e.StatusCode}, which the API does not document for this.",
        ResponseFormatException e => $"The server's answer cannot be read{(e.JsonPath is null ? "" : $" at {e.JsonPath}")}: {e.Message}",
        ResponseTooLargeException e => e.Message,
        OAuthException e => e.Message,
        HttpRequestException e => $"The server cannot be reached: {e.Message}",
        IOException e => $"The connection broke off: {e.Message}",
        TaskCanceledException => "The server did not answer in time.",
        _ => null,
    };
}
