namespace CdeCodegen.Samples.Http;

/// <summary>An operation of the API.</summary>
/// <param name="Id">Its operationId in the document.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The route, with the parameter names of the document.</param>
/// <param name="Handle">The handler. It runs under the lock of the store.</param>
/// <param name="Errors">The documented errors, as the reference pages show them.</param>
internal sealed record Operation(string Id, string Method, string Pattern, Func<RequestContext, ServerResponse> Handle, params ServerResponse[] Errors);
