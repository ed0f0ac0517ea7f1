using Microsoft.AspNetCore.Http.HttpResults;

namespace RestoreApi;

/// <summary>The problems that callers can get (RFC 9457). The type tells a program which one it is.</summary>
internal static class Problems
{
    /// <summary>What the URIs of all types start with.</summary>
    public const string Types = "tag:restore-api.example,2026:";

    public static ProblemHttpResult NotInBin(Guid id) =>
        Create(StatusCodes.Status404NotFound, "not-in-bin", "The connector is not in the bin.", $"There is no connector {id} in the bin.");

    public static ProblemHttpResult NotFound(Guid id) =>
        Create(StatusCodes.Status404NotFound, "not-found", "The connector does not exist.", $"There is no connector {id}.");

    public static ProblemHttpResult NotOurs(Guid id) =>
        Create(StatusCodes.Status403Forbidden, "not-ours", "The connector belongs to somebody else.", $"This service has no access to connector {id}.");

    public static ProblemHttpResult CredentialsRefused() =>
        Create(StatusCodes.Status502BadGateway, "credentials-refused", "The CDE API refuses the credentials of this service.");

    public static ProblemHttpResult UnexpectedAnswer() =>
        Create(StatusCodes.Status502BadGateway, "unexpected-answer", "The CDE API answered in a way that its document does not describe.");

    public static ProblemHttpResult Unavailable() =>
        Create(StatusCodes.Status503ServiceUnavailable, "unavailable", "The CDE API cannot be reached.", "Nothing was changed. Try again later.");

    /// <param name="isRead">Whether the request changed nothing, so that the caller can simply repeat it.</param>
    public static ProblemHttpResult NoAnswer(bool isRead) => isRead
        ? Create(StatusCodes.Status504GatewayTimeout, "no-answer", "The CDE API did not answer.", "Try again later.")
        : Create(
            StatusCodes.Status504GatewayTimeout, "outcome-unknown", "The CDE API did not answer.",
            "The connector may have been restored. Look it up before you try again.");

    private static ProblemHttpResult Create(int status, string type, string title, string? detail = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: Types + type);
}
