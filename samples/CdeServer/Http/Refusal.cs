using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>Ends an operation with an answer other than success.</summary>
internal sealed class Refusal(Answer answer) : Exception
{
    public const string ConnectorNotFound = "Connector not found.";
    public const string BadRequest = "Bad request.";

    public Answer Answer { get; } = answer;

    public static Refusal Unauthorized() => new(UnauthorizedAnswer);

    public static Refusal Forbidden() => new(ForbiddenAnswer);

    public static Refusal NotFound(string message = ConnectorNotFound) => new(Answer.Message(StatusCodes.Status404NotFound, message));

    public static Refusal Invalid(string message = BadRequest, params (string Member, string Error)[] errors) => new(Answer.Invalid(message, errors));

    /// <summary>The answer to a request without a valid token.</summary>
    public static Answer UnauthorizedAnswer => Answer.Message(StatusCodes.Status401Unauthorized, "You have to be authorized to access this resource.");

    /// <summary>The answer to a user who may not do this.</summary>
    public static Answer ForbiddenAnswer => Answer.Message(StatusCodes.Status403Forbidden, "Access denied for user.");

    /// <summary>The answer when there is nothing under this identifier.</summary>
    public static Answer NotFoundAnswer(string message = ConnectorNotFound) => Answer.Message(StatusCodes.Status404NotFound, message);
}
