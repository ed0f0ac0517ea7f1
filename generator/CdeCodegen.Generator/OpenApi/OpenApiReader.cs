using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>Reads a tree of nodes into the vocabulary of OpenAPI 3. Invalid parts are reported and skipped; no exception is thrown.</summary>
internal sealed partial class OpenApiReader
{
    private static readonly string[] s_verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly SpecFiles _files;
    private readonly SpecNode _root;
    private readonly SpecVersion _version;
    private readonly DiagnosticBag _diagnostics;
    private readonly ReferenceResolver _resolver;
    private readonly UnreadKeywords _unread;
    private readonly ObjectSyntax _syntax;
    private readonly SchemaSet _schemas;
    private readonly Func<string, string, bool> _isIncluded;
    private readonly CancellationToken _cancellation;

    private OpenApiReader(
        SpecFiles files, SpecNode root, SpecVersion version, DiagnosticBag diagnostics, Func<string, string, bool> isIncluded, CancellationToken cancellation)
    {
        _root = root;
        _version = version;
        _diagnostics = diagnostics;
        _isIncluded = isIncluded;
        _cancellation = cancellation;
        _files = files;
        _resolver = new ReferenceResolver(files, diagnostics, cancellation);
        _unread = new UnreadKeywords(diagnostics);
        _syntax = new ObjectSyntax(version, diagnostics);
        _schemas = new SchemaSet(_resolver, _unread, hasSiblings: version == SpecVersion.V31);
    }

    /// <param name="files">The document, which is open, and its further files.</param>
    /// <param name="diagnostics">Takes the diagnostics.</param>
    /// <param name="isIncluded">Decides by path and upper-case method whether to read an operation.</param>
    /// <param name="cancellation">Checked periodically.</param>
    /// <returns>Null, with a diagnostic, if this is not an OpenAPI document of a supported version.</returns>
    public static ApiDocument? Read(SpecFiles files, DiagnosticBag diagnostics, Func<string, string, bool> isIncluded, CancellationToken cancellation)
    {
        SpecNode root = files.Main.Root!;
        SpecVersion version = SpecVersions.Of(root);
        if (root.Kind != SpecKind.Object || version == SpecVersion.Unknown)
        {
            SpecNode? said = root["openapi"] ?? root["swagger"];
            diagnostics.Report(
                Descriptors.NotOpenApi, said ?? root, said is null ? "there is no 'openapi' or 'swagger' member" : $"version '{said.Text}' is not known");
            return null;
        }

        return new OpenApiReader(files, root, version, diagnostics, isIncluded, cancellation).ReadDocument();
    }

    private ApiDocument ReadDocument()
    {
        var document = new ApiDocument(_version, _root, _schemas);
        if (_root["info"] is { Kind: SpecKind.Object } info)
        {
            document.Title = Text(info, "title") ?? "";
            document.InfoVersion = info["version"]?.Text ?? "";
            document.Description = Text(info, "description");
        }

        _syntax.Check(_root, SpecObject.Root);
        if (_version != SpecVersion.V2 && _root["components"] is { } components)
        {
            _syntax.Check(components, SpecObject.Components);
        }

        document.ServerUrl = _version == SpecVersion.V2 ? SwaggerServer() : Server(_root);
        ReadServers(document);
        ReadSecuritySchemes(document);
        ReadNamedSchemas(document);
        ReadPaths(document, _root["paths"]);
        ReadPaths(document, _root["x-ms-paths"]); // of Microsoft, for paths that overlap with others or have a query
        ReadWebhooks(document);
        return document;
    }

    private void ReadPaths(ApiDocument document, SpecNode? paths)
    {
        foreach (SpecMember path in paths is { Kind: SpecKind.Object } ? paths.Members : [])
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!path.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                ReadPath(document, path);
            }
        }
    }

    private void ReadNamedSchemas(ApiDocument document)
    {
        SpecNode? named = _version == SpecVersion.V2 ? _root["definitions"] : _root["components"]?["schemas"];
        foreach (SpecMember member in named is { Kind: SpecKind.Object } ? named.Members : [])
        {
            if (member.Value.Kind is SpecKind.Object or SpecKind.Boolean)
            {
                document.NamedSchemas.Add(_schemas.Get(member.Value, member.Name));
            }
        }

        List<Schema> all = FurtherSchemas.Of(_files, _resolver, _schemas);
        all.InsertRange(0, document.NamedSchemas);
        Inheritance.Link(all, _diagnostics);
    }

    private void ReadPath(ApiDocument document, SpecMember path)
    {
        string template = path.Name;
        if (template.Length == 0 || template[0] != '/')
        {
            if (template.Contains("://"))
            {
                _diagnostics.Report(Descriptors.InvalidKeyword, path.Value, "paths", $"the path '{template}' does not begin with '/'");
                return;
            }

            template = "/" + template;
            _diagnostics.Report(Descriptors.Degraded, path.Value, $"The path '{path.Name}', which does not begin with '/',", $"it is treated as '{template}'");
        }

        // Keywords beside a reference extend its target and take precedence over it.
        SpecNode? item = _resolver.Follow(path.Value);
        SpecNode? own = path.Value["$ref"] is null ? null : path.Value;
        if (item is not { Kind: SpecKind.Object })
        {
            // One diagnostic for a missing file is enough, however many paths refer to it.
            if (item is not null || !_resolver.IsInMissingFile(path.Value))
            {
                _diagnostics.Report(Descriptors.Skipped, path.Value, $"The path item of {template}", "its operations are left out");
            }

            item = null;
        }

        if (item is not null)
        {
            _syntax.Check(item, SpecObject.PathItem);
        }

        ReadOperations(document, template, item, null, own);
        ReadOperations(document, template, own, item, null);
    }

    /// <param name="item">The path item to read operations from.</param>
    /// <param name="other">A path item whose parameters also apply.</param>
    /// <param name="overriding">A path item whose operations replace those of the same method.</param>
    private void ReadOperations(ApiDocument document, string template, SpecNode? item, SpecNode? other, SpecNode? overriding)
    {
        foreach (SpecMember member in item?.Members ?? [])
        {
            if (overriding?[member.Name] is not null)
            {
                continue;
            }

            string verb = member.Name.ToLowerInvariant();
            if (Array.IndexOf(s_verbs, verb) >= 0)
            {
                if (verb != member.Name)
                {
                    _diagnostics.Report(Descriptors.Degraded, member.Value, $"The method '{member.Name}'", $"it is treated as '{verb}'");
                }

                ReadOperation(document, template, verb.ToUpperInvariant(), item!, other, member.Value);
            }
            else if (member.Name == "additionalOperations" && member.Value.Kind == SpecKind.Object)
            {
                foreach (SpecMember additional in member.Value.Members)
                {
                    if (item![additional.Name.ToLowerInvariant()] is { Kind: SpecKind.Object })
                    {
                        _diagnostics.Report(
                            Descriptors.Skipped, additional.Value, $"The method {additional.Name} in 'additionalOperations'", $"'{additional.Name.ToLowerInvariant()}' describes it");
                        continue;
                    }

                    ReadOperation(document, template, additional.Name, item!, other, additional.Value);
                }
            }
            else if (member.Value.Kind == SpecKind.Object && !member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                _diagnostics.Report(Descriptors.Skipped, member.Value, $"The method '{member.Name}'", $"the operation of {template} is left out");
            }
        }
    }

    private void ReadOperation(ApiDocument document, string path, string method, SpecNode item, SpecNode? other, SpecNode node)
    {
        if (!_isIncluded(path, method))
        {
            return;
        }

        // No version allows a reference here. Follow it if it resolves; otherwise keep the operation without details.
        node = node["$ref"] is null ? node : _resolver.Follow(node) ?? node;
        if (!IsToken(method))
        {
            _diagnostics.Report(Descriptors.Skipped, node, $"The method '{method}', which HTTP does not allow,", $"the operation of {path} is left out");
            return;
        }

        if (node.Kind != SpecKind.Object)
        {
            _diagnostics.Report(Descriptors.Skipped, node, $"The operation {method} {path}", "it is not an operation object");
            return;
        }

        _syntax.Check(node, SpecObject.Operation);
        var operation = new ApiOperation(path, method, node)
        {
            Id = Text(node, "operationId"),
            Summary = Text(node, "summary") ?? Text(item, "summary"),
            Description = Text(node, "description") ?? Text(item, "description"),
            Deprecated = IsTrue(node, "deprecated"),
            Security = ReadSecurity(document, node["security"]),
            ServerUrl = _version == SpecVersion.V2 ? null : OwnServer(node) ?? OwnServer(item) ?? (other is null ? null : OwnServer(other)),
        };

        if (_version == SpecVersion.V2)
        {
            ReportSchemes(document, node["schemes"]);
        }

        ReadCallbacks(operation, node["callbacks"]);
        ReadParameters(operation, other?["parameters"]);
        ReadParameters(operation, item["parameters"]);
        ReadParameters(operation, node["parameters"]);
        if (_version == SpecVersion.V2)
        {
            ReportJoinedParts(operation.Body);
        }
        else
        {
            operation.Body = ReadBody(node["requestBody"]);
        }

        ReadResponses(operation.Responses, node);
        foreach (ApiResponse response in operation.Responses)
        {
            ReadLinks(operation, response.Key, response.Node["links"]);
        }

        document.Operations.Add(operation);
    }

    /// <summary>The characters of an HTTP token beside letters, digits, hyphen and underscore.</summary>
    private const string TokenCharacters = ".!#$%&'*+^`|~";

    /// <summary>What servers accept in the name of a cookie, too, although it is not in a token.</summary>
    private const string CookieCharacters = TokenCharacters + "()<>[]{}@:/?";

    /// <summary>A method and the name of a header are sent unchanged, so they may contain only the characters of an HTTP token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="others">Characters that are allowed beside letters, digits, hyphen and underscore.</param>
    private static bool IsToken(string text, string others = "")
    {
        foreach (char c in text)
        {
            if (!(c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '_') && others.IndexOf(c) < 0)
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>The description beside a reference, which replaces that of its target (OpenAPI 3.1, Reference Object); null without one.</summary>
    private static string? OwnDescription(SpecNode entry) => entry["$ref"] is null ? null : Text(entry, "description");

    private static string? Text(SpecNode node, string name) => node[name] is { Kind: SpecKind.String } text ? text.Text : null;

    private static bool IsTrue(SpecNode node, string name) => node[name] is { Kind: SpecKind.Boolean, Text: "true" };
}
