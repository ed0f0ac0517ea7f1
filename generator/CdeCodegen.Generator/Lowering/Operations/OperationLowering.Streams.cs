using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>Bodies whose items arrive one by one.</content>
internal sealed partial class OperationLowering
{
    /// <summary>
    /// The type of an item. Before <c>itemSchema</c> of OpenAPI 3.2, some documents describe an item, and others the list of all items.
    /// </summary>
    private Lowered Item(MediaType media, NameHint hint)
    {
        Schema? schema = media.ItemSchema ?? media.Schema;
        if (media.ItemSchema is null && schema is not null && TypeLowering.ResolveAliases(schema) is { Types: SchemaTypes.Array, IsTuple: false, Items: { } items })
        {
            schema = items;
        }

        return types.Lower(schema, hint.With(hint.Member + "Item"));
    }

    /// <summary>The type of the data of an event: text, or JSON if the document describes it.</summary>
    private Lowered EventData(MediaType media, NameHint hint)
    {
        Schema? schema = media.ItemSchema ?? media.Schema;
        if (schema is null)
        {
            return new Lowered(TypeUse.String, Nullable: false);
        }

        Schema resolved = TypeLowering.ResolveAliases(schema);
        var data = new List<Schema?>();
        if (IsEvent(resolved))
        {
            data.Add(DataOf(resolved));
        }

        foreach (Schema alternative in resolved.OneOf.Length > 0 ? resolved.OneOf : resolved.AnyOf)
        {
            if (IsEvent(TypeLowering.ResolveAliases(alternative)))
            {
                data.Add(DataOf(TypeLowering.ResolveAliases(alternative)));
            }
        }

        if (data.Count == 0)
        {
            return Data(media.ItemSchema is null && resolved is { Types: SchemaTypes.Array, IsTuple: false, Items: { } items } ? items : schema, hint);
        }

        Schema? content = null;
        bool isSame = true;
        foreach (Schema? candidate in data)
        {
            isSame &= candidate is null || content is null || _shapes.IsSame(candidate, content);
            content ??= candidate;
        }

        if (!isSame || (content is not null && data.Contains(null) && data.Count > 2))
        {
            diagnostics.Report(Descriptors.Degraded, media.Node, "An event stream whose events have different data", "the data of an event is its text");
            return new Lowered(TypeUse.String, Nullable: false);
        }

        return content is null ? new Lowered(TypeUse.String, Nullable: false) : Data(content, hint);
    }

    private Lowered Data(Schema schema, NameHint hint)
    {
        Lowered lowered = types.Lower(schema, hint.With(hint.Member + "Data"));

        // Data that is a string is not quoted.
        return lowered.Type.IsString ? new Lowered(TypeUse.String, Nullable: false) : lowered;
    }

    /// <summary>
    /// Whether the schema describes the fields of an event, and not its data. ASP.NET Core describes them by the members of <c>SseItem</c>.
    /// </summary>
    private static bool IsEvent(Schema schema)
    {
        bool hasField = false;
        foreach (KeyValuePair<string, Schema> property in schema.Properties)
        {
            if (property.Key is not ("event" or "data" or "id" or "retry" or "comment" or "eventType" or "eventId" or "reconnectionInterval"))
            {
                return false;
            }

            hasField |= property.Key is "event" or "data";
        }

        return hasField;
    }

    /// <summary>The schema of JSON data, or null if the data is text or not described.</summary>
    private static Schema? DataOf(Schema @event)
    {
        foreach (KeyValuePair<string, Schema> property in @event.Properties)
        {
            if (property.Key == "data")
            {
                Schema data = TypeLowering.ResolveAliases(property.Value);
                return data.ContentSchema ?? ((data.Types & SchemaTypes.String) != 0 ? null : property.Value);
            }
        }

        return null;
    }
}
