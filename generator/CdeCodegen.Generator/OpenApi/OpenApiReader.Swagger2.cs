using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>The parts of Swagger 2.0 that OpenAPI 3 expresses differently: host and basePath, body and form parameters, consumes and produces.</content>
internal sealed partial class OpenApiReader
{
    private string? SwaggerServer()
    {
        string basePath = BasePath();
        if (Text(_root, "host") is not { Length: > 0 } host)
        {
            return basePath.Length > 0 ? basePath : null;
        }

        int scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 && host.IndexOf('/') < 0)
        {
            return $"{SwaggerScheme()}://{host}{basePath}";
        }

        string url = (scheme < 0 ? $"{SwaggerScheme()}://{host}" : host).TrimEnd('/') + basePath;
        _diagnostics.Report(Descriptors.Degraded, _root["host"]!, "A host with a scheme or a path", $"the server is '{url}'");
        return url;
    }

    /// <summary>The base path, which begins with a slash, or empty.</summary>
    private string BasePath() => Text(_root, "basePath") is not { Length: > 0 } path ? "" : path[0] == '/' ? path : "/" + path;

    /// <summary>HTTPS, unless the document only has other protocols.</summary>
    private string SwaggerScheme()
    {
        string scheme = "https";
        if (_root["schemes"] is { Kind: SpecKind.Array, Count: > 0 } schemes)
        {
            scheme = schemes.Items[0].Text;
            foreach (SpecNode offered in schemes.Items)
            {
                scheme = offered.Text == "https" || (offered.Text == "http" && scheme != "https") ? offered.Text : scheme;
            }

            if (scheme is not ("http" or "https"))
            {
                _syntax.ReportEntry(schemes, "schemes", $"'{scheme}' is not HTTP; the client sends its requests over HTTPS");
                scheme = "https";
            }
        }

        return scheme;
    }

    /// <summary>Reports the transfer protocols of an operation if the document's server has another one.</summary>
    private void ReportSchemes(ApiDocument document, SpecNode? schemes)
    {
        foreach (SpecNode scheme in schemes is { Kind: SpecKind.Array } ? schemes.Items : [])
        {
            if (document.ServerUrl?.StartsWith(scheme.Text + "://", StringComparison.Ordinal) != false)
            {
                return;
            }
        }

        _unread.Once(schemes, "A list of schemes of an operation", "it is sent to the server of the document");
    }

    private void ReadSwaggerParameter(ApiParameter parameter, SpecNode node)
    {
        parameter.AllowReserved = IsTrue(node, "x-ms-skip-url-encoding");
        if (node["type"] is { Text: "file" } file)
        {
            _syntax.ReportEntry(file, "type", "a file can only be in: formData; the parameter is a text");
        }
        else if (node["type"] is null && node["schema"] is { Kind: SpecKind.Object } schema)
        {
            _unread.Once(schema, "The schema of a parameter that is not in: body", "it is used in place of the parameter's own keywords");
            parameter.Schema = _schemas.Get(schema);
        }
        else
        {
            parameter.Schema = _schemas.Get(node); // in Swagger 2.0 the parameter itself has type, format, items and enum
            ReportUndescribed(node);
        }

        if (node["collectionFormat"] is { } format && format.Text is not ("csv" or "ssv" or "tsv" or "pipes" or "multi"))
        {
            _syntax.ReportEntry(format, "collectionFormat", $"'{format.Text}' is not a collection format; items are separated by commas");
        }

        FieldStyle style = CollectionFormats.Of(node["collectionFormat"]);
        (parameter.Style, parameter.Explode, parameter.IsCollectionFormat) = (style.Name, style.Explode, true);
    }

    /// <summary>Reads a <c>body</c> parameter as the request body, and collects <c>formData</c> parameters into a form.</summary>
    private void ReadSwaggerBody(ApiOperation operation, SpecNode node, string place, string? name)
    {
        // A request has one body. If a document declares both kinds, the explicit body parameter wins.
        bool isOther = operation.Body is { } known && (place == "body" || Text(known.Node, "in") == "body");
        if (isOther && place != "body")
        {
            _diagnostics.Report(Descriptors.Skipped, node, $"The form parameter '{name}' beside a body", "the parameter is left out");
            return;
        }

        if (place == "body")
        {
            if (isOther)
            {
                _diagnostics.Report(Descriptors.Skipped, operation.Body!.Node, "A form or a body beside another body", "its parameters are left out");
            }

            operation.Body = new ApiBody(node) { Required = IsTrue(node, "required"), Description = Text(node, "description") };
            bool isItsOwnSchema = node["schema"] is null && node["type"] is not null;
            if (isItsOwnSchema)
            {
                _unread.Once(node, "A parameter in: body without a 'schema'", "its own keywords describe the body");
            }

            Schema? described = isItsOwnSchema ? _schemas.Get(node) : SchemaOf(node);
            foreach (string type in MediaTypes(operation.Node, "consumes"))
            {
                operation.Body.Content.Add(new MediaType(type, node) { Schema = described, SharesSchema = true });
            }

            return;
        }

        if (name is null)
        {
            return;
        }

        // Swagger 2.0 has no schema for a form, so it is built from the parameters, which carry the keywords of schemas.
        operation.Body ??= new ApiBody(node);
        operation.Body.Required |= IsTrue(node, "required");
        List<SpecMember> members = [];
        List<SpecNode> required = [];
        if (operation.Body.Content.Count > 0)
        {
            SpecNode form = operation.Body.Content[0].Schema!.Node;
            members.AddRange(form["properties"]!.Members);
            required.AddRange(form["required"]!.Items);
            operation.Body.Content.Clear();
        }

        members.RemoveAll(m => m.Name == name);
        members.Add(new SpecMember(name, node.Start, node.Start, node));
        if (IsTrue(node, "required"))
        {
            required.Add(new SpecNode(SpecKind.String, name, node.Start, node.End));
        }

        // Without a file both are the same to a server, but only one of them has collection formats.
        bool hasFile = members.Exists(m => Text(m.Value, "type") == "file");
        List<string> consumed = MediaTypes(operation.Node, "consumes");
        string media = hasFile || (consumed.Contains("multipart/form-data") && !consumed.Contains("application/x-www-form-urlencoded"))
            ? "multipart/form-data"
            : "application/x-www-form-urlencoded";
        var fields = new SpecNode(members.ToArray(), node.Start, node.End);
        var schema = new SpecNode(
            [
                new SpecMember("type", node.Start, node.Start, new SpecNode(SpecKind.String, "object", node.Start, node.End)),
                new SpecMember("properties", node.Start, node.Start, fields),
                new SpecMember("required", node.Start, node.Start, new SpecNode(required.ToArray(), node.Start, node.End)),
            ],
            node.Start,
            node.End);
        operation.Body.Content.Add(new MediaType(media, node) { Schema = _schemas.Get(schema), FormParameters = fields });
    }

    /// <summary>Reports the lists of a multipart form that Swagger 2.0 puts into one part, which servers of such forms do not expect.</summary>
    private void ReportJoinedParts(ApiBody? body)
    {
        if (body is not { Content.Count: 1 } || body.Content[0] is not { Type: "multipart/form-data", FormParameters: { } fields } form)
        {
            return;
        }

        foreach (SpecMember field in fields.Members)
        {
            if (form.StyleOf(field.Name) is { Explode: false } && field.Value["items"]?["type"]?.Text != "file")
            {
                _diagnostics.Report(
                    Descriptors.Degraded, field.Value["collectionFormat"] ?? field.Value, $"The list '{field.Name}' in one part of a multipart form", "each of its items is a part");
            }
        }
    }

    private void ReadSwaggerContent(ApiResponse response, SpecNode node, SpecNode operation)
    {
        if (SchemaOf(node) is not { } schema)
        {
            return;
        }

        foreach (string type in MediaTypes(operation, "produces"))
        {
            response.Content.Add(new MediaType(type, node) { Schema = schema, SharesSchema = true });
        }
    }

    private List<string> MediaTypes(SpecNode operation, string name)
    {
        var types = new List<string>();
        if ((operation[name] ?? _root[name]) is { Kind: SpecKind.Array } list)
        {
            foreach (SpecNode item in list.Items)
            {
                types.Add(item.Text);
            }
        }

        if (types.Count == 0)
        {
            types.Add("application/json");
        }

        return types;
    }
}
