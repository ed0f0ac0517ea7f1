namespace CdeCodegen.Corpus.Tests.Census;

/// <summary>The keywords that are known to have no effect on a client, with the reason. The census fails for every other keyword that changes nothing.</summary>
internal static class NoEffect
{
    private const string Validation = "restricts which values are valid; the server checks them";
    private const string Prose = "for readers of the document";
    private const string Example = "an example";
    private const string Duplicated = "what it says follows from elsewhere";

    private static readonly Dictionary<string, string> s_reasons = Reasons(
        (Validation, "schema", "minLength maxLength minimum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems minContains maxContains minProperties "
            + "maxProperties dependentRequired not if then else contains propertyNames unevaluatedItems additionalItems dependencies dependentSchemas"),
        (Validation, "parameter", "minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern minItems maxItems uniqueItems multipleOf allowEmptyValue"),
        (Validation, "header", "required minimum maximum minLength maxLength pattern minItems maxItems uniqueItems"),
        (Prose, "schema", "externalDocs xml $comment $schema $vocabulary id title description"),
        (Prose, "operation", "tags externalDocs"),
        (Prose, "document", "tags externalDocs jsonSchemaDialect"),
        (Prose, "info", "summary termsOfService contact license description"),
        (Prose, "contact", "name url email"),
        (Prose, "license", "name url identifier"),
        (Prose, "tag", "name description summary parent kind externalDocs"),
        (Prose, "externalDocs", "url description"),
        (Prose, "server", "description name"),
        (Prose, "serverVariable", "description enum"),
        (Prose, "xml", "name namespace prefix attribute wrapped nodeType"),
        (Prose, "securityScheme", "bearerFormat"),
        (Example, "schema", "example examples default"),
        (Example, "parameter", "example examples default"),
        (Example, "header", "example examples default"),
        (Example, "mediaType", "example examples"),
        (Example, "response", "examples"),
        (Example, "example", "$ref summary description value externalValue dataValue serializedValue"),
        (Example, "components", "examples"),
        (Duplicated, "components", "links callbacks"),
        ("read where it names no JSON, which is the default", "document", "consumes produces"),
        (Prose, "pathItem", "summary description"),
        (Prose, "response", "summary"),
        ("beside a reference, whose target has none", "header", "summary"),
        ("beside a reference, whose target has none", "parameter", "summary"),
        ("beside a reference, whose target has none", "requestBody", "summary"),
        ("the only style of a header: lists are read so, and of objects the text is given", "header", "style explode"),
        ("names the document for references, which scenarios and `FileTests` show", "document", "$self"),
        ("holds schemas; a reference reads them, which the scenario `several-files` shows", "schema", "$defs definitions $id $anchor $dynamicAnchor"),
        ("read, which the round trips of documents in several files show", "operation", "$ref"),
        ("belongs to `$recursiveRef`, which is reported", "schema", "$recursiveAnchor"),
        ("a value other than base64, which stays text", "schema", "contentEncoding"),
        ("the value that an unknown tag stands for; shown by the tests of unions", "discriminator", "defaultMapping"),
        ("links are reported", "link", "$ref operationRef operationId parameters requestBody description server x-*"));

    /// <summary>The reason, or null if the keyword must have an effect.</summary>
    public static string? Reason(string kind, string keyword) => keyword switch
    {
        "x-*" => "an extension",
        "(others)" => "not a keyword of the specification",
        _ => s_reasons.GetValueOrDefault(kind + " " + keyword),
    };

    private static Dictionary<string, string> Reasons(params (string Reason, string Kind, string Keywords)[] rows) =>
        rows.SelectMany(row => row.Keywords.Split(' ').Select(keyword => (Key: row.Kind + " " + keyword, row.Reason))).ToDictionary(row => row.Key, row => row.Reason);
}
