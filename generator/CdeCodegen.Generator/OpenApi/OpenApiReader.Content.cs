using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>The media types of bodies.</content>
internal sealed partial class OpenApiReader
{
    private void ReadContent(List<MediaType> list, SpecNode? content)
    {
        if (content is not { Kind: SpecKind.Object })
        {
            return;
        }

        foreach (SpecMember member in content.Members)
        {
            if (_resolver.Follow(member.Value) is { Kind: SpecKind.Object } media)
            {
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
