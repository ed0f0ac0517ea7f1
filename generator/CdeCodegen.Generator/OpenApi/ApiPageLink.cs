using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>A link of a response to its own operation, which passes a value of the response as a parameter: a cursor.</summary>
/// <param name="Parameter">The name of the parameter.</param>
/// <param name="BodyPath">The path from the body to the value, a JSON pointer without its fragment sign; null for a header.</param>
/// <param name="Header">The header with the value; null for a value of the body.</param>
/// <param name="Node">The link.</param>
internal sealed record ApiPageLink(string Parameter, string? BodyPath, string? Header, SpecNode Node);
