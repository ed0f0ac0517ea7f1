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
        if (node.Kind != SpecKind.Object || !IsToken(method))
        {
            _diagnostics.Report(Descriptors.Skipped, node, $"The operation {method} {path}", "it is not an operation object");
            return;
        }

        var operation = new ApiOperation(path, method, node)
        {
            Id = Text(node, "operationId"),
            Summary = Text(node, "summary") ?? Text(item, "summary"),
            Description = Text(node, "description") ?? Text(item, "description"),
            Deprecated = IsTrue(node, "deprecated"),
            Security = ReadSecurity(document, node["security"]),
            ServerUrl = _version == SpecVersion.V2 ? null : Server(node) ?? Server(item) ?? (other is null ? null : Server(other)),
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

    private void ReadResponses(List<ApiResponse> list, SpecNode operation)
    {
        foreach (SpecMember response in operation["responses"] is { Kind: SpecKind.Object } responses ? responses.Members : [])
        {
            if (response.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (_resolver.Follow(response.Value) is { Kind: SpecKind.Object } target)
            {
                ApiResponse read = ReadResponse(response.Name, target, operation);
                read.Description = OwnDescription(response.Value) ?? read.Description;
                list.Add(read);
            }
            else if (response.Value["$ref"] is not null)
            {
                // The status is known, and must not become an undocumented one.
                var unknown = new ApiResponse(response.Name, response.Value);
                unknown.Content.Add(new MediaType("application/json", response.Value));
                list.Add(unknown);
            }
        }
    }

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

    private void ReadParameters(ApiOperation operation, SpecNode? list)
    {
        if (list is not { Kind: SpecKind.Array })
        {
            return;
        }

        foreach (SpecNode entry in list.Items)
        {
            if (_resolver.Follow(entry) is not { Kind: SpecKind.Object } node)
            {
                continue;
            }

            string? name = node["name"]?.Text;
            string? place = Text(node, "in");
            if (_version == SpecVersion.V2 && place is "body" or "formData")
            {
                ReadSwaggerBody(operation, node, place, name);
                continue;
            }

            ParameterLocation? where = place switch
            {
                "path" => ParameterLocation.Path,
                "query" => ParameterLocation.Query,
                "header" => ParameterLocation.Header,
                "cookie" => ParameterLocation.Cookie,
                "querystring" => ParameterLocation.QueryString,
                _ => null,
            };
            if (where is null || string.IsNullOrEmpty(name))
            {
                (string keyword, string problem) = string.IsNullOrEmpty(name)
                    ? ("name", "the parameter has no name")
                    : ("in", $"'{place}' is not a valid location of the parameter '{name}'");
                _diagnostics.Report(Descriptors.InvalidKeyword, node, keyword, problem);
                continue;
            }

            ApiParameter parameter = ReadParameter(name!, where.Value, node);
            parameter.Description = OwnDescription(entry) ?? parameter.Description;
            int same = operation.Parameters.FindIndex(p => p.Place == parameter.Place && p.Name == parameter.Name);
            if (same >= 0)
            {
                operation.Parameters[same] = parameter; // the operation overrides the path item
            }
            else
            {
                operation.Parameters.Add(parameter);
            }
        }
    }

    private ApiParameter ReadParameter(string name, ParameterLocation place, SpecNode node)
    {
        var parameter = new ApiParameter(name, place, node)
        {
            Required = place == ParameterLocation.Path || IsTrue(node, "required"),
            Deprecated = IsTrue(node, "deprecated"),
            Description = Text(node, "description"),
        };
        if (_version == SpecVersion.V2)
        {
            parameter.AllowReserved = IsTrue(node, "x-ms-skip-url-encoding");
            parameter.Schema = _schemas.Get(node); // in Swagger 2.0 the parameter itself has type, format, items and enum
            FieldStyle style = CollectionFormats.Of(node["collectionFormat"]);
            (parameter.Style, parameter.Explode, parameter.IsCollectionFormat) = (style.Name, style.Explode, true);
            return parameter;
        }

        parameter.Style = Text(node, "style");
        parameter.Explode = node["explode"] is { Kind: SpecKind.Boolean } explode ? explode.Text == "true" : null;
        parameter.AllowReserved = IsTrue(node, "allowReserved") || IsTrue(node, "x-ms-skip-url-encoding");
        if (node["schema"] is { Kind: SpecKind.Object or SpecKind.Boolean } schema)
        {
            parameter.Schema = _schemas.Get(schema);
            _unread.Once(node["content"], "A parameter with both 'schema' and 'content'", "its 'schema' is used");
        }
        else if (node["content"] is { Kind: SpecKind.Object, Count: > 0 } content)
        {
            parameter.ContentType = content.Members[0].Name;
            parameter.Schema = SchemaOf(content.Members[0].Value);
            _unread.InParameter(node, content);
        }

        return parameter;
    }

    private ApiBody? ReadBody(SpecNode? entry)
    {
        if (_resolver.Follow(entry) is not { Kind: SpecKind.Object } node)
        {
            return null;
        }

        var body = new ApiBody(node) { Required = IsTrue(node, "required"), Description = OwnDescription(entry!) ?? Text(node, "description") };
        ReadContent(body.Content, node["content"]);
        return body;
    }

    private ApiResponse ReadResponse(string key, SpecNode node, SpecNode operation)
    {
        var response = new ApiResponse(key, node) { Description = Text(node, "description") ?? Text(node, "summary") };
        if (_version == SpecVersion.V2)
        {
            ReadSwaggerContent(response, node, operation);
        }
        else
        {
            ReadContent(response.Content, node["content"]);
        }

        if (node["headers"] is { Kind: SpecKind.Object } headers)
        {
            foreach (SpecMember member in headers.Members)
            {
                // The specification requires Content-Type to be ignored here.
                if (!member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                    && _resolver.Follow(member.Value) is { Kind: SpecKind.Object } header)
                {
                    _unread.Once(header["content"], "A header that is described by 'content'", "its text is given");
                    response.Headers.Add(new ApiHeader(member.Name, header)
                    {
                        Description = OwnDescription(member.Value) ?? Text(header, "description"),
                        Deprecated = IsTrue(header, "deprecated"),
                        Schema = _version == SpecVersion.V2 ? _schemas.Get(header) : SchemaOf(header),
                    });
                }
            }
        }

        return response;
    }

    /// <summary>The description beside a reference, which replaces that of its target (OpenAPI 3.1, Reference Object); null without one.</summary>
    private static string? OwnDescription(SpecNode entry) => entry["$ref"] is null ? null : Text(entry, "description");

    private static string? Text(SpecNode node, string name) => node[name] is { Kind: SpecKind.String } text ? text.Text : null;

    private static bool IsTrue(SpecNode node, string name) => node[name] is { Kind: SpecKind.Boolean, Text: "true" };
}
