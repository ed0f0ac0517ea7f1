using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Bodies and their media types.</content>
internal sealed partial class OpenApiReader
{
    private ApiBody? ReadBody(SpecNode? entry)
    {
        if (_resolver.Follow(entry) is not { Kind: SpecKind.Object } node)
        {
            return null;
        }

        _syntax.Check(node, SpecObject.Body);
        if ((node["content"] ?? node["schema"]) is null)
        {
            _syntax.ReportEntry(entry!, "requestBody", "it has no 'content'");
        }

        var body = new ApiBody(node) { Required = IsTrue(node, "required"), Description = OwnDescription(entry!) ?? Text(node, "description") };
        ReadContent(body.Content, node["content"]);
        return body;
    }

    private void ReadContent(List<MediaType> list, SpecNode? content)
    {
        if (content is not { Kind: SpecKind.Object })
        {
            return;
        }

        foreach (SpecMember member in content.Members)
        {
            // A media type without a description is one: its bodies are not described.
            bool isDescribed = member.Value.Kind == SpecKind.Object;
            if (!isDescribed && member.Value.Kind != SpecKind.Null)
            {
                _syntax.ReportEntry(member.Value, "content", $"'{member.Name}' is not described by an object");
            }

            SpecNode? entry = isDescribed ? _resolver.Follow(member.Value) : new SpecNode(Array.Empty<SpecMember>(), member.Value.Start, member.Value.End);
            if (entry is { Kind: SpecKind.Object } media)
            {
                _syntax.Check(media, SpecObject.MediaType);
                _unread.InMediaType(member.Name, media);
                Schema? schema = SchemaOf(media);
                Schema? item = SchemaOf(media, "itemSchema");
                if (item is not null && IsJson(member.Name))
                {
                    // One JSON text is no sequence. Its items can only be those of an array.
                    _unread.ItemSchema(media["itemSchema"]!, schema is not null);
                    schema ??= _schemas.ListOf(item);
                    item = null;
                }

                list.Add(new MediaType(member.Name, media) { Schema = schema, ItemSchema = item });
            }
        }
    }

    private static bool IsJson(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        string type = (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim();
        return type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private Schema? SchemaOf(SpecNode holder, string keyword = "schema")
    {
        if (holder[keyword] is not { } schema)
        {
            return null;
        }

        if (schema.Kind is SpecKind.Object or SpecKind.Boolean)
        {
            return _schemas.Get(schema);
        }

        _diagnostics.Report(Descriptors.InvalidKeyword, schema, keyword, "it is not a schema");
        return null;
    }
}
