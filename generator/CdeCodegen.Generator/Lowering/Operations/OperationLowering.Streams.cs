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
        Schema? schema = Described(media);
        if (media.ItemSchema is null && schema is not null && TypeLowering.ResolveAliases(schema) is { Types: SchemaTypes.Array, IsTuple: false, Items: { } items })
        {
            schema = items;
        }

        return types.Lower(schema, hint.With(hint.Member + "Item"));
    }

    /// <summary>The type of the data of an event: text, or JSON if the document describes it.</summary>
    private Lowered EventData(MediaType media, NameHint hint)
    {
        Schema? schema = Described(media);
        if (schema is null)
        {
            return new Lowered(TypeUse.String, Nullable: false);
        }

        Schema resolved = TypeLowering.ResolveAliases(schema);
        List<EventDraft> events = EventsOf(resolved);
        if (events.Count == 0)
        {
            return Data(media.ItemSchema is null && resolved is { Types: SchemaTypes.Array, IsTuple: false, Items: { } items } ? items : schema, hint);
        }

        Schema? content = null;
        bool isSame = true;
        bool hasText = false;
        foreach (EventDraft candidate in events)
        {
            isSame &= candidate.Data is null || content is null || _shapes.IsSame(candidate.Data, content);
            hasText |= candidate.Data is null;
            content ??= candidate.Data;
        }

        if (content is null)
        {
            return new Lowered(TypeUse.String, Nullable: false);
        }

        if (isSame && !hasText)
        {
            return Data(content, hint);
        }

        if (TypeLowering.AreDistinct(events))
        {
            return new Lowered(new TypeUse(types.Events(schema, events, hint.With(OperationHints.StreamEvent))), Nullable: false);
        }

        diagnostics.Report(Descriptors.Degraded, media.Node, "An event stream whose events have different data and no names", "the data of an event is its text");
        return new Lowered(TypeUse.String, Nullable: false);
    }

    /// <summary>The events that a schema describes: one for each alternative, or itself. None if it describes no event but the data of one.</summary>
    private static List<EventDraft> EventsOf(Schema schema)
    {
        var events = new List<EventDraft>();
        var own = ObjectShape.Of(schema);
        bool isEvent = IsEvent(own);
        foreach (Schema alternative in schema.Choices)
        {
            var shape = ObjectShape.Of(alternative);
            if (IsEvent(shape))
            {
                events.Add(new EventDraft(alternative, NamesOf(NameOf(shape) ?? NameOf(own)), DataOf(shape.Find("data") ?? own.Find("data"))));
            }
        }

        if (events.Count == 0 && isEvent)
        {
            events.Add(new EventDraft(schema, NamesOf(NameOf(own)), DataOf(own.Find("data"))));
        }

        return events;
    }

    /// <summary>The schema of what the stream consists of. That it is a file says nothing about that.</summary>
    private static Schema? Described(MediaType media)
    {
        Schema? schema = media.ItemSchema ?? media.Schema;
        return ContentShapes.IsBinary(schema) ? null : schema;
    }

    private Lowered Data(Schema schema, NameHint hint)
    {
        Lowered lowered = types.Lower(schema, hint.With(hint.Member + "Data"));

        // Data that is a string is not quoted.
        return lowered.Type.IsString ? new Lowered(TypeUse.String, Nullable: false) : lowered;
    }

    /// <summary>Whether members are the fields of an event, and not its data. ASP.NET Core describes them by the members of <c>SseItem</c>.</summary>
    private static bool IsEvent(ObjectShape shape)
    {
        bool hasField = false;
        foreach (KeyValuePair<string, Schema> property in shape.Properties)
        {
            if (property.Key is not ("event" or "data" or "id" or "retry" or "comment" or "eventType" or "eventId" or "reconnectionInterval"))
            {
                return false;
            }

            hasField |= property.Key is "event" or "data";
        }

        return hasField;
    }

    /// <summary>The field with the name of an event, or null.</summary>
    private static Schema? NameOf(ObjectShape shape) => shape.Find("event") ?? shape.Find("eventType");

    /// <summary>The names that the field <c>event</c> can have; empty for any.</summary>
    private static List<string> NamesOf(Schema? @event)
    {
        var names = new List<string>();
        if (@event is not null && TypeLowering.ResolveAliases(@event) is var resolved)
        {
            foreach (SchemaLiteral literal in resolved.Enum ?? (resolved.Const is { } constant ? [constant] : []))
            {
                if (literal.Kind == LiteralKind.String)
                {
                    names.Add(literal.Text);
                }
            }
        }

        return names;
    }

    /// <summary>The schema of JSON data, or null if the data is text or not described.</summary>
    private static Schema? DataOf(Schema? field)
    {
        if (field is null)
        {
            return null;
        }

        Schema data = TypeLowering.ResolveAliases(field);
        return data.ContentSchema ?? ((data.Types & SchemaTypes.String) != 0 || (data.Enum?[0] ?? data.Const) is { Kind: LiteralKind.String } ? null : field);
    }
}
