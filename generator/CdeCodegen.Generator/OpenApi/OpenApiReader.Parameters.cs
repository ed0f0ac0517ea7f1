using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Parameters.</content>
internal sealed partial class OpenApiReader
{
    private void ReadParameters(ApiOperation operation, SpecNode? list)
    {
        if (list is not { Kind: SpecKind.Array })
        {
            return;
        }

        var own = new List<ApiParameter>(list.Count);
        foreach (SpecNode entry in list.Items)
        {
            if (_resolver.Follow(entry) is not { Kind: SpecKind.Object } node)
            {
                if (entry.Kind != SpecKind.Object)
                {
                    _syntax.ReportEntry(entry, "parameters", "it is not a parameter, which is an object");
                }

                continue;
            }

            string? name = node["name"]?.Text;
            string? place = Text(node, "in");
            if (_version == SpecVersion.V2 && place is "body" or "formData")
            {
                _syntax.Check(node, SpecObject.Parameter);
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
                    ? ("name", entry["$ref"] is null ? "the parameter has no name" : "the target of the reference is not a parameter: it has no name")
                    : ("in", string.IsNullOrEmpty(place) ? $"the parameter '{name}' has no location" : $"'{place}' is not a valid location of the parameter '{name}'");
                _diagnostics.Report(Descriptors.InvalidKeyword, string.IsNullOrEmpty(name) ? entry : node, keyword, problem);
                continue;
            }

            if (where is ParameterLocation.Header or ParameterLocation.Cookie && !IsToken(name!, where == ParameterLocation.Header ? TokenCharacters : CookieCharacters))
            {
                _syntax.ReportEntry(node, "name", $"'{name}' cannot be the name of a {place}; it is not sent");
                continue;
            }

            _syntax.Check(node, SpecObject.Parameter);
            ApiParameter parameter = ReadParameter(name!, where.Value, node);
            parameter.Description = OwnDescription(entry) ?? parameter.Description;
            if (own.Exists(p => p.IsSame(parameter)))
            {
                _syntax.ReportEntry(entry, "parameters", $"'{name}' in: {place} is declared twice; the last one counts");
            }

            own.Add(parameter);
            int same = operation.Parameters.FindIndex(p => p.IsSame(parameter));
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
        if (place == ParameterLocation.Path && node["required"] is { Kind: SpecKind.Boolean, Text: "false" } optional)
        {
            _syntax.ReportEntry(optional, "required", $"the path always has the parameter '{name}'");
        }

        if (_version == SpecVersion.V2)
        {
            ReadSwaggerParameter(parameter, node);
            return parameter;
        }

        parameter.Style = Text(node, "style");
        parameter.Explode = node["explode"] is { Kind: SpecKind.Boolean } explode ? explode.Text == "true" : null;
        parameter.AllowReserved = IsTrue(node, "allowReserved") || IsTrue(node, "x-ms-skip-url-encoding");
        if (SchemaOf(node) is { } schema)
        {
            parameter.Schema = schema;
            _unread.Once(node["content"], "A parameter with both 'schema' and 'content'", "its 'schema' is used");
        }
        else if (node["content"] is { Kind: SpecKind.Object, Count: > 0 } content)
        {
            parameter.ContentType = content.Members[0].Name;
            parameter.Schema = SchemaOf(content.Members[0].Value);
            _unread.InParameter(node, content);
        }
        else
        {
            ReportUndescribed(node);
        }

        return parameter;
    }

    /// <summary>Reports a parameter that says nothing about its value, unless it does so with a keyword that is reported itself.</summary>
    private void ReportUndescribed(SpecNode parameter)
    {
        if ((parameter["schema"] ?? parameter["content"] ?? parameter["type"] ?? parameter["enum"] ?? parameter["items"] ?? parameter["format"]) is null)
        {
            _unread.Once(parameter, _version == SpecVersion.V2 ? "A parameter without 'type'" : "A parameter without 'schema' and 'content'", "its value is a text");
        }
    }
}
