namespace CdeCodegen.Corpus.Tests.Census;

/// <summary>
/// Which kind of object each keyword of OpenAPI 2.0 to 3.2 and JSON Schema holds. <c>[x]</c> is a list of x, <c>{x}</c> a map with names of the document, and an empty
/// text anything without keywords of its own.
/// </summary>
internal static class Grammar
{
    public const string Root = "document";

    private static readonly Dictionary<string, Dictionary<string, string>> s_kinds = new()
    {
        [Root] = Keywords(
            "openapi swagger $self jsonSchemaDialect host basePath schemes consumes produces security externalDocs:externalDocs info:info servers:[server] paths:{pathItem} webhooks:{pathItem} "
            + "x-webhooks:{pathItem} components:components tags:[tag] definitions:{schema} parameters:{parameter} responses:{response} securityDefinitions:{securityScheme}"),
        ["info"] = Keywords("title version description summary termsOfService contact:contact license:license"),
        ["contact"] = Keywords("name url email"),
        ["license"] = Keywords("name url identifier"),
        ["server"] = Keywords("url description name variables:{serverVariable}"),
        ["serverVariable"] = Keywords("default enum description"),
        ["tag"] = Keywords("name description summary parent kind externalDocs:externalDocs"),
        ["externalDocs"] = Keywords("url description"),
        ["components"] = Keywords(
            "schemas:{schema} responses:{response} parameters:{parameter} examples:{example} requestBodies:{requestBody} headers:{header} securitySchemes:{securityScheme} "
            + "links:{link} callbacks:{callback} pathItems:{pathItem} mediaTypes:{mediaType}"),
        ["pathItem"] = Keywords(
            "$ref summary description servers:[server] parameters:[parameter] get:operation put:operation post:operation delete:operation options:operation head:operation "
            + "patch:operation trace:operation query:operation additionalOperations:{operation}"),
        ["operation"] = Keywords(
            "$ref tags summary description operationId deprecated security consumes produces schemes externalDocs:externalDocs parameters:[parameter] requestBody:requestBody "
            + "responses:{response} callbacks:{callback} servers:[server]"),
        ["callback"] = Keywords("$ref", rest: "pathItem"),
        ["parameter"] = Keywords(
            "$ref name in description summary required deprecated allowEmptyValue style explode allowReserved example examples:{example} schema:schema content:{mediaType} "
            + "type format items:schema collectionFormat default enum minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern minItems maxItems uniqueItems multipleOf"),
        ["header"] = Keywords(
            "$ref description summary required deprecated style explode example examples:{example} schema:schema content:{mediaType} "
            + "type format items:schema collectionFormat default enum minimum maximum minLength maxLength pattern minItems maxItems uniqueItems"),
        ["requestBody"] = Keywords("$ref description summary required content:{mediaType}"),
        ["mediaType"] = Keywords("$ref schema:schema itemSchema:schema example examples:{example} encoding:{encoding} prefixEncoding:[encoding] itemEncoding:encoding"),
        ["encoding"] = Keywords(
            "contentType headers:{header} style explode allowReserved encoding:{encoding} prefixEncoding:[encoding] itemEncoding:encoding"),
        ["response"] = Keywords("$ref description summary headers:{header} content:{mediaType} links:{link} schema:schema examples"),
        ["link"] = Keywords("$ref operationRef operationId parameters requestBody description server:server"),
        ["example"] = Keywords("$ref summary description value externalValue dataValue serializedValue"),
        ["securityScheme"] = Keywords(
            "$ref type description name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl deprecated flows:flows flow authorizationUrl tokenUrl scopes"),
        ["flows"] = Keywords("implicit:flow password:flow clientCredentials:flow authorizationCode:flow deviceAuthorization:flow"),
        ["flow"] = Keywords("authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes"),
        ["discriminator"] = Keywords("propertyName mapping defaultMapping"),
        ["xml"] = Keywords("name namespace prefix attribute wrapped nodeType"),
        ["schema"] = Keywords(
            "$ref $id $schema $anchor $dynamicRef $dynamicAnchor $comment $vocabulary $recursiveRef $recursiveAnchor id title description type format enum const default example examples "
            + "nullable readOnly writeOnly deprecated pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems "
            + "minContains maxContains minProperties maxProperties required dependentRequired contentEncoding contentMediaType discriminator:discriminator xml:xml "
            + "externalDocs:externalDocs properties:{schema} patternProperties:{schema} $defs:{schema} definitions:{schema} dependentSchemas:{schema} dependencies:{schema} "
            + "collectionFormat items:schema prefixItems:[schema] allOf:[schema] anyOf:[schema] oneOf:[schema] not:schema if:schema then:schema else:schema contains:schema "
            + "additionalProperties:schema propertyNames:schema unevaluatedItems:schema unevaluatedProperties:schema additionalItems:schema contentSchema:schema"),
    };

    /// <summary>Every keyword of every kind of object.</summary>
    public static IEnumerable<(string Kind, string Keyword)> All =>
        s_kinds.SelectMany(kind => kind.Value.Keys.Where(keyword => keyword.Length > 0), (kind, keyword) => (kind.Key, keyword));

    /// <summary>The kind of a keyword's value; null if the keyword is not one of the object's.</summary>
    public static string? ValueOf(string kind, string keyword) =>
        s_kinds[kind].TryGetValue(keyword, out string? value) ? value : s_kinds[kind].GetValueOrDefault("");

    private static Dictionary<string, string> Keywords(string keywords, string? rest = null)
    {
        var map = keywords.Split(' ').Select(keyword => keyword.Split(':')).ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "");
        if (rest is not null)
        {
            map.Add("", rest);
        }

        return map;
    }
}
