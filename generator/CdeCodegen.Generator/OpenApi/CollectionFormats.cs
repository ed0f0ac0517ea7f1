using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>A style of OpenAPI 3; <c>tab</c> for <c>tsv</c> of Swagger 2.0.</summary>
internal sealed record FieldStyle(string Name, bool Explode, bool AllowReserved = false);

/// <summary>The collection formats of Swagger 2.0 as styles of OpenAPI 3.</summary>
internal static class CollectionFormats
{
    /// <param name="format">The value of <c>collectionFormat</c>, or null.</param>
    public static FieldStyle Of(SpecNode? format) => (format?.Text ?? "csv") switch
    {
        "multi" => new FieldStyle("form", Explode: true),
        "ssv" => new FieldStyle("spaceDelimited", Explode: false),
        "tsv" => new FieldStyle("tab", Explode: false),
        "pipes" => new FieldStyle("pipeDelimited", Explode: false),
        _ => new FieldStyle("form", Explode: false),
    };
}
