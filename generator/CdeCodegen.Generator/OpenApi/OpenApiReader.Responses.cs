using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Responses and their headers.</content>
internal sealed partial class OpenApiReader
{
    private void ReadResponses(List<ApiResponse> list, SpecNode operation)
    {
        foreach (SpecMember response in operation["responses"] is { Kind: SpecKind.Object } responses ? responses.Members : [])
        {
            if (response.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (IsToSchema(response.Value))
            {
                _syntax.ReportEntry(response.Value, "responses", $"'{response.Value["$ref"]!.Text}' is a schema, not a response");
                var described = new ApiResponse(response.Name, response.Value);
                described.Content.Add(new MediaType("application/json", response.Value) { Schema = _schemas.Get(response.Value) });
                list.Add(described);
            }
            else if (_resolver.Follow(response.Value) is { Kind: SpecKind.Object } target)
            {
                ApiResponse read = ReadResponse(response.Name, target, operation);
                read.Description = OwnDescription(response.Value) ?? read.Description;
                list.Add(read);
            }
            else
            {
                // The status is known, and must not become an undocumented one.
                var unknown = new ApiResponse(response.Name, response.Value);
                if (response.Value["$ref"] is not null)
                {
                    unknown.Content.Add(new MediaType("application/json", response.Value));
                }
                else
                {
                    _syntax.ReportEntry(response.Value, "responses", $"'{response.Name}' is not described by an object");
                }

                list.Add(unknown);
            }
        }
    }

    private ApiResponse ReadResponse(string key, SpecNode node, SpecNode operation)
    {
        _syntax.Check(node, SpecObject.Response);
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
                if (member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (member.Value.Kind != SpecKind.Object)
                {
                    _syntax.ReportEntry(member.Value, "headers", $"'{member.Name}' is not described by an object");
                }
                else if (!IsToken(member.Name, TokenCharacters))
                {
                    _syntax.ReportEntry(member.Value, "headers", $"'{member.Name}' cannot be the name of a header");
                }
                else if (response.Headers.Exists(h => h.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    _syntax.ReportEntry(member.Value, "headers", $"'{member.Name}' is described twice; the first one counts, because names of headers have no case");
                }
                else if (_resolver.Follow(member.Value) is { Kind: SpecKind.Object } header)
                {
                    _syntax.Check(header, SpecObject.Header);
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

    /// <summary>Whether a reference leads to one of the document's named schemas.</summary>
    private bool IsToSchema(SpecNode entry)
    {
        string prefix = _version == SpecVersion.V2 ? "#/definitions/" : "#/components/schemas/";
        return entry["$ref"] is { Kind: SpecKind.String } reference && reference.Text.StartsWith(prefix, StringComparison.Ordinal)
            && reference.Text.IndexOf('/', prefix.Length) < 0;
    }
}
