namespace CdeCodegen.Samples.Http;

/// <summary>An operation of the API.</summary>
/// <param name="Id">Its operationId in the document.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The route; its parameters are named as in the document.</param>
/// <param name="Handle">Carries it out, while nothing else touches the store.</param>
/// <param name="Refusals">The documented refusals, as the API's pages show them.</param>
internal sealed record Operation(string Id, string Method, string Pattern, Func<Call, Answer> Handle, params Answer[] Refusals);
