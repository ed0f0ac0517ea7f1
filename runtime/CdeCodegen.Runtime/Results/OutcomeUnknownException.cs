namespace CdeCodegen.Runtime;

/// <summary>The connection failed after the request may have reached the server, so it is unknown whether the server carried the request out.</summary>
/// <remarks>
/// Thrown only for methods that are not idempotent (RFC 9110, section 9.2.2), such as POST and PATCH. The request was sent once. Find out what the
/// server did before sending it again. Failures to connect throw a plain <see cref="HttpRequestException"/>: the server never saw the request.
/// </remarks>
public sealed class OutcomeUnknownException : HttpRequestException
{
    /// <summary>Creates an exception for a request.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="innerException">The failure, as raised by the HTTP client.</param>
    public OutcomeUnknownException(HttpMethod method, HttpRequestException innerException)
        : base(innerException?.HttpRequestError ?? HttpRequestError.Unknown, CreateMessage(method), innerException)
        => Method = method;

    /// <summary>The method of the request.</summary>
    public HttpMethod Method { get; }

    /// <summary>Returns whether a failed request may have reached the server although its method is not idempotent.</summary>
    internal static bool Applies(HttpMethod method, HttpRequestException failure)
    {
        if (HttpMethodSemantics.IsIdempotent(method) || failure.StatusCode is not null)
        {
            return false;
        }

        return failure.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError or HttpRequestError.UserAuthenticationError
                or HttpRequestError.ExtendedConnectNotSupported => false,

            // SocketsHttpHandler always attaches the failure of the connection. Without one, a handler refused to send the request.
            HttpRequestError.Unknown => failure.InnerException is not null,
            _ => true,
        };
    }

    private static string CreateMessage(HttpMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return $"The connection failed after the {method} request may have reached the server, so it is unknown whether the server carried it out.";
    }
}
