using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Names the declared types: first the named schemas in document order, then those of other files and of <c>$defs</c>, then inline schemas, owners before parts.
/// </summary>
internal static class TypeNaming
{
    /// <param name="document">The document, with its named schemas.</param>
    /// <param name="drafts">The types to name.</param>
    /// <param name="client">The names of the client's namespace. A model with such a name would be ambiguous where both namespaces are imported.</param>
    public static void Assign(ApiDocument document, List<TypeDraft> drafts, NameScope client)
    {
        // A class cannot have the name of a member that generated code declares in it.
        var scope = new NameScope("WriteTo", "ReadFrom", "ReadEvent", "ReadBody", "ReadList", "ReadMap");
        var byComponent = new Dictionary<Schema, TypeDraft>();
        foreach (TypeDraft draft in drafts)
        {
            if (draft.Schema.ComponentName is not null)
            {
                byComponent[draft.Schema] = draft;
            }
        }

        foreach (Schema schema in document.NamedSchemas)
        {
            // A component that only refers to a file names the schema in it.
            if (byComponent.TryGetValue(schema, out TypeDraft? draft)
                || (document.Schemas.NamedElsewhere.Count > 0 && document.Schemas.Find(schema) is { } target && byComponent.TryGetValue(target, out draft)
                    && document.Schemas.NamedElsewhere.Contains(target)))
            {
                draft.Name = draft.Name.Length == 0 ? scope.Take(Named(schema.ComponentName!, client)) : draft.Name;
            }
        }

        foreach (Schema schema in document.Schemas.NamedElsewhere)
        {
            if (byComponent.TryGetValue(schema, out TypeDraft? draft) && draft.Name.Length == 0)
            {
                draft.Name = scope.Take(Named(schema.ComponentName!, client));
            }
        }

        var members = new HashSet<(TypeDraft? Owner, string OwnerName, string Member)>();
        foreach (TypeDraft draft in drafts)
        {
            if (draft.Name.Length == 0 && draft.Hint.Otherwise is null)
            {
                members.Add((draft.Hint.Owner, draft.Hint.OwnerName, Identifiers.Pascal(draft.Hint.Member)));
            }
        }

        foreach (TypeDraft draft in drafts)
        {
            if (draft.Name.Length == 0)
            {
                // Items of 'ports' beside a member 'port', whichever comes first.
                NameHint hint = draft.Hint;
                bool isMember = hint.Otherwise is not null && members.Contains((hint.Owner, hint.OwnerName, Identifiers.Pascal(hint.Member)));
                draft.Name = Inline(scope, draft, isMember ? hint.Otherwise! : hint.Member, client);
            }
        }
    }

    private static string Named(string component, NameScope client)
    {
        string name = Identifiers.Pascal(component);
        return client.Contains(name) && name is not ("Models" or "RequestBuilders") ? name + "Model" : name;
    }

    private static string Inline(NameScope scope, TypeDraft draft, string role, NameScope client)
    {
        if (draft.Schema.ComponentName is { } component)
        {
            return scope.Take(Named(component, client)); // a copy of a named schema
        }

        string member = Identifiers.Pascal(role);
        string owner = draft.Hint.Owner?.Name ?? draft.Hint.OwnerName;
        string qualified = owner + member;
        bool isShort = (draft.Shared || draft.Hint.IsTypeName) && draft.Hint.Member.Length > 0 && IsFree(member);
        return isShort ? scope.Take(member, qualified) : scope.Take(IsFree(qualified) ? qualified : qualified + "Model");

        bool IsFree(string name) => !ImplicitNames.Contains(name) && !client.Contains(name);
    }
}
