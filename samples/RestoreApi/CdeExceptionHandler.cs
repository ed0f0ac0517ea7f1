using CdeCodegen.Runtime.OAuth;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Polly;
using Polly.Timeout;

namespace RestoreApi;

/// <summary>Answers what is no result: statuses that the document does not describe, and failures of the network. Other exceptions are a defect, status 500.</summary>
internal sealed partial class CdeExceptionHandler(ILogger<CdeExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception, HttpMethods.IsGet(context.Request.Method)) is not { } problem)
        {
            return false;
        }

        Failed(logger, problem.StatusCode, exception);
        await problem.ExecuteAsync(context);
        return true;
    }

    private static ProblemHttpResult? Describe(Exception exception, bool isRead) => exception switch
    {
        ResponseException => Problems.UnexpectedAnswer(),
        OAuthException => Problems.CredentialsRefused(),

        // Before HttpRequestException, its base. Without it, the request has not reached the server.
        OutcomeUnknownException => Problems.NoAnswer(isRead),
        HttpRequestException => Problems.Unavailable(),

        // The timeouts of the resilience handler and of HttpClient. The other rejections of the resilience handler send nothing.
        TimeoutRejectedException or TaskCanceledException { InnerException: TimeoutException } => Problems.NoAnswer(isRead),
        ExecutionRejectedException => Problems.Unavailable(),
        _ => null,
    };

    [LoggerMessage(1, LogLevel.Error, "A call of the CDE API failed; the caller got status {Status}.")]
    private static partial void Failed(ILogger logger, int status, Exception exception);
}
