using Microsoft.Extensions.Logging;

namespace CdeCodegen.Runtime.Internal;

/// <summary>The log events of calls.</summary>
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} returned {Case} ({StatusCode}) after {Milliseconds:F0} ms.")]
    internal static partial void Completed(ILogger logger, string operation, string @case, int statusCode, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} returned {Case} ({StatusCode}) after {Milliseconds:F0} ms.")]
    internal static partial void ServerFailed(ILogger logger, string operation, string @case, int statusCode, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} got a response with status {StatusCode} that the API's document does not describe: {ErrorType}, after {Milliseconds:F0} ms.")]
    internal static partial void ResponseRejected(ILogger logger, string operation, int statusCode, string errorType, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} failed with {ErrorType} after {Milliseconds:F0} ms.")]
    internal static partial void Failed(ILogger logger, string operation, string errorType, double milliseconds);
}
