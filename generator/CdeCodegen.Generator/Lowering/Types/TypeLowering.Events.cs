using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Event streams whose data depends on the name of the event.</content>
internal sealed partial class TypeLowering
{
    private readonly Dictionary<Schema, UnionDraft> _events = [];

    /// <summary>Whether the name of an event tells the kinds of event apart: each has names of its own, and at most one stands for all others.</summary>
    public static bool AreDistinct(List<EventDraft> events)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int others = 0;
        foreach (EventDraft @event in events)
        {
            others += @event.Names.Count == 0 ? 1 : 0;
            foreach (string name in @event.Names)
            {
                if (!seen.Add(name))
                {
                    return false;
                }
            }
        }

        return others <= 1;
    }

    /// <summary>Declares the union of the data of all kinds of event.</summary>
    public UnionDraft Events(Schema schema, List<EventDraft> events, NameHint hint)
    {
        schema = ResolveAliases(schema);
        if (_events.TryGetValue(schema, out UnionDraft? draft))
        {
            return draft;
        }

        draft = new UnionDraft(_count++, schema, hint)
        {
            IsByEvent = true,
            Doc = DocTexts.Of(schema.ComponentName is null ? null : schema.Title, schema.Description, schema.Deprecated),
        };
        _events.Add(schema, draft);
        Drafts.Add(draft);
        foreach (EventDraft @event in events)
        {
            TypeUse type = TypeUse.String;
            if (@event.Data is not null)
            {
                Lowered data = Lower(@event.Data, NameHint.Of(draft, @event.Names.Count == 0 ? "Message" : @event.Names[0]));
                type = data.Type.IsString ? TypeUse.String : data.Nullable ? TypeUse.Json : data.Type; // a case has no null
            }

            var @case = new UnionCaseDraft(@event.Schema, type);
            @case.DiscriminatorValues.AddRange(@event.Names);
            draft.Cases.Add(@case);
            draft.Default = @event.Names.Count == 0 ? @case : draft.Default;
        }

        return draft;
    }
}
