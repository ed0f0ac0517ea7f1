using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The objects of a document, other than schemas, whose keywords have a fixed form.</summary>
internal enum SpecObject : byte
{
    Root,
    Components,
    PathItem,
    Operation,
    Parameter,
    Body,
    MediaType,
    Response,
    Header,
    Server,
    SecurityScheme,
    Flows,
}

/// <summary>
/// Reports what is lost because it cannot be read: keywords with a value of another form than the specification gives them, keywords of another object or
/// version, and misspelt ones. Keywords that do not change a client may have any form. <see cref="SchemaSyntax"/> does the same for schemas.
/// </summary>
internal sealed class ObjectSyntax(SpecVersion version, DiagnosticBag diagnostics)
{
    /// <summary>Shorter keywords are too similar to others.</summary>
    private const int ShortestMisspelt = 5;

    private const string NotAnObject = "it is not an object";
    private const string NotAList = "it is not a list";
    private const string NotAString = "it is not a string";
    private const string NotAFlag = "it is neither true nor false";
    private const string InContent = "it belongs in a media type of 'content'";
    private const string InSchema = "it belongs in the 'schema'";

    private static readonly string[] s_keywords =
    [
        "parameters", "requestBody", "responses", "callbacks", "security", "servers", "operationId", "deprecated", "consumes", "produces", "required",
        "explode", "style", "allowReserved", "schema", "content", "headers", "encoding", "variables", "paths", "components", "webhooks", "definitions",
        "schemas", "securitySchemes", "securityDefinitions", "requestBodies", "collectionFormat",
    ];

    /// <summary>The offsets of reported members: operations share parameters, responses and headers.</summary>
    private readonly HashSet<int> _reported = [];

    private bool IsSwagger => version == SpecVersion.V2;

    /// <summary>Reports the keywords of an object that cannot be read.</summary>
    public void Check(SpecNode node, SpecObject kind)
    {
        SpecMember[] members = node.Members;
        for (int i = 0; i < members.Length; i++)
        {
            // A keyword without a value says nothing.
            if (members[i].Value.Kind != SpecKind.Null && FaultOf(node, kind, members[i]) is { } fault)
            {
                Report(members[i], fault);
            }
        }
    }

    /// <summary>Reports an entry of a list or a map once.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="keyword">The keyword of the list or map.</param>
    /// <param name="problem">A clause that says what is wrong.</param>
    public void ReportEntry(SpecNode entry, string keyword, string problem)
    {
        if (_reported.Add(entry.Start))
        {
            diagnostics.Report(Descriptors.InvalidKeyword, entry, keyword, problem);
        }
    }

    private void Report(in SpecMember member, string fault)
    {
        if (_reported.Add(member.NameStart))
        {
            diagnostics.Report(Descriptors.InvalidKeyword, member, member.Name, fault);
        }
    }

    private string? FaultOf(SpecNode node, SpecObject kind, in SpecMember member)
    {
        SpecKind value = member.Value.Kind;
        switch (member.Name)
        {
            // Long lists of cases cost a cold compiler more than the names that most objects have.
            case "description" or "summary" or "tags" or "externalDocs" or "example" or "examples" or "$ref" or "title" or "name":
                return null;
            case "parameters" when kind is SpecObject.Operation or SpecObject.PathItem:
                return value == SpecKind.Array ? null : NotAList;
            case "schema" when kind is SpecObject.Body && !IsSwagger:
            case "schema" when kind is SpecObject.Response && !IsSwagger:
                return InContent;
            case "schema" or "itemSchema":
                return null; // the reader says what is no schema
            case "content" when kind is SpecObject.Response or SpecObject.Parameter or SpecObject.Header && IsSwagger:
                return "Swagger 2.0 has the 'schema' without it";
            case "content" when kind is SpecObject.Body or SpecObject.Response or SpecObject.Parameter or SpecObject.Header:
            case "headers" when kind is SpecObject.Response:
            case "links" when kind is SpecObject.Response:
            case "encoding" when kind is SpecObject.MediaType:
            case "responses" when kind is SpecObject.Operation:
            case "callbacks" when kind is SpecObject.Operation && !IsSwagger:
            case "variables" when kind is SpecObject.Server:
            case "additionalOperations" when kind is SpecObject.PathItem:
            case "x-ms-pageable" when kind is SpecObject.Operation:
            case "x-ms-parameterized-host" or "x-ms-paths" or "x-webhooks" when kind is SpecObject.Root:
            case "flows" when kind is SpecObject.SecurityScheme:
            case "components" or "webhooks" or "definitions" or "securityDefinitions" when kind is SpecObject.Root:
                return value == SpecKind.Object ? FaultOfVersion(kind, member.Name) : NotAnObject;
            case "requestBody" when kind is SpecObject.Operation:
                return IsSwagger ? "Swagger 2.0 has bodies among the 'parameters'" : value == SpecKind.Object ? null : NotAnObject;
            case "security" when kind is SpecObject.Operation or SpecObject.Root:
            case "servers" when kind is SpecObject.Operation or SpecObject.PathItem or SpecObject.Root:
            case "consumes" or "produces" or "schemes" when kind is SpecObject.Operation or SpecObject.Root:
                return FaultOfVersion(kind, member.Name) ?? (value == SpecKind.Array ? null : NotAList);
            case "host" or "basePath" when kind is SpecObject.Root:
                return FaultOfVersion(kind, member.Name) ?? (value == SpecKind.String ? null : NotAString);
            case "operationId" when kind is SpecObject.Operation:
            case "style" when kind is SpecObject.Parameter:
            case "url" when kind is SpecObject.Server:
                return value == SpecKind.String ? null : NotAString;
            case "deprecated" when kind is SpecObject.Operation or SpecObject.Parameter or SpecObject.Header:
            case "required" when kind is SpecObject.Parameter or SpecObject.Body:
            case "x-ms-skip-url-encoding" when kind is SpecObject.Parameter:
            case "explode" or "allowReserved" when kind is SpecObject.Parameter && !IsSwagger:
                return value == SpecKind.Boolean ? null : NotAFlag;
            case "style" or "explode" or "allowReserved" when kind is SpecObject.Parameter:
                return "Swagger 2.0 has 'collectionFormat' in its place";
            case "type" or "format" or "items" or "enum" or "collectionFormat" when kind is SpecObject.Parameter or SpecObject.Header:
                return IsSwagger || (node["schema"] ?? node["content"]) is not null ? null : InSchema;
            case "swagger" when kind is SpecObject.Root && !IsSwagger:
            case "openapi" when kind is SpecObject.Root && IsSwagger:
                return "the document says its version twice";
            default:
                return FaultOfName(kind, member);
        }
    }

    /// <summary>Keywords of the root and of operations that the other major version has.</summary>
    private string? FaultOfVersion(SpecObject kind, string keyword) => keyword switch
    {
        "servers" when IsSwagger => "Swagger 2.0 has 'host', 'basePath' and 'schemes' in its place",
        "host" or "basePath" or "schemes" when !IsSwagger => "OpenAPI 3 has 'servers' in its place",
        "consumes" or "produces" when !IsSwagger => "OpenAPI 3 has 'content' in its place",
        "securityDefinitions" when !IsSwagger && kind == SpecObject.Root => "OpenAPI 3 has 'securitySchemes' in 'components' in its place",
        _ => null,
    };

    private string? FaultOfName(SpecObject kind, in SpecMember member)
    {
        string name = member.Name;
        if (kind == SpecObject.Flows)
        {
            return Array.IndexOf(ApiOAuthFlow.Names, name) >= 0 || IsExtension(name) ? null : "it is not a flow";
        }

        if (kind == SpecObject.Components)
        {
            bool isKnown = name is "schemas" or "responses" or "parameters" or "requestBodies" or "headers" or "securitySchemes" or "links" or "callbacks"
                or "pathItems" or "mediaTypes";
            if (isKnown)
            {
                return member.Value.Kind == SpecKind.Object ? null : NotAnObject;
            }
        }

        if (name.Length < ShortestMisspelt || IsExtension(name) || Array.IndexOf(s_keywords, name) >= 0)
        {
            return null;
        }

        foreach (string keyword in s_keywords)
        {
            if (Spelling.IsSimilar(name, keyword) && Has(kind, keyword))
            {
                return Spelling.Proposal(keyword);
            }
        }

        return null;
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an object has a keyword.</summary>
    private bool Has(SpecObject kind, string keyword) => kind switch
    {
        SpecObject.Root => keyword is "paths" or "security" || (IsSwagger ? keyword is "definitions" or "consumes" or "produces" or "securityDefinitions" : keyword is "servers" or "components" or "webhooks"),
        SpecObject.Components => keyword is "schemas" or "responses" or "parameters" or "requestBodies" or "headers" or "securitySchemes",
        SpecObject.PathItem => keyword is "parameters" or "servers",
        SpecObject.Operation => keyword is "parameters" or "responses" or "security" or "operationId" or "deprecated"
            || (IsSwagger ? keyword is "consumes" or "produces" : keyword is "requestBody" or "callbacks" or "servers"),
        SpecObject.Parameter => keyword is "required" || (IsSwagger ? keyword is "collectionFormat" : keyword is "schema" or "content" or "style" or "explode" or "allowReserved"),
        SpecObject.Body => keyword is "content" or "required",
        SpecObject.MediaType => keyword is "schema" or "encoding",
        SpecObject.Response => keyword is "headers" || (IsSwagger ? keyword == "schema" : keyword == "content"),
        SpecObject.Header => keyword is "schema" && !IsSwagger,
        SpecObject.Server => keyword is "variables",
        _ => false,
    };
}
