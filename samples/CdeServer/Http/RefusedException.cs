using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>Ends an operation with an error response.</summary>
internal sealed class RefusedException(ServerResponse response) : Exception
{
    public const string ConnectorNotFound = "Connector not found.";
    public const string BadRequest = "Bad request.";

    public ServerResponse Response { get; } = response;

    public static RefusedException Unauthorized() => new(UnauthorizedResponse);

    public static RefusedException Forbidden() => new(ForbiddenResponse);

    public static RefusedException NotFound(string message = ConnectorNotFound) => new(ServerResponse.Message(StatusCodes.Status404NotFound, message));

    public static RefusedException Invalid(string message = BadRequest, params (string Member, string Error)[] errors) =>
        new(ServerResponse.Invalid(message, errors));

    /// <summary>The response to a request without a valid token.</summary>
    public static ServerResponse UnauthorizedResponse =>
        ServerResponse.Message(StatusCodes.Status401Unauthorized, "You have to be authorized to access this resource.");

    /// <summary>The response to a user without access.</summary>
    public static ServerResponse ForbiddenResponse => ServerResponse.Message(StatusCodes.Status403Forbidden, "Access denied for user.");

    /// <summary>The response to an unknown identifier.</summary>
    public static ServerResponse NotFoundResponse(string message = ConnectorNotFound) => ServerResponse.Message(StatusCodes.Status404NotFound, message);
}
