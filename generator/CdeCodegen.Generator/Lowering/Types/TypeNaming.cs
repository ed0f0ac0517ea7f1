using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Names the declared types: first the named schemas in document order, then those of other files, then inline schemas, owners before parts.
/// </summary>
internal static class TypeNaming
{
    public static void Assign(ApiDocument document, List<TypeDraft> drafts)
    {
        var scope = new NameScope();
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
                || (document.Schemas.NamedInOtherFiles.Count > 0 && document.Schemas.Find(schema) is { } target && byComponent.TryGetValue(target, out draft)
                    && document.Schemas.NamedInOtherFiles.Contains(target)))
            {
                draft.Name = draft.Name.Length == 0 ? scope.Take(Identifiers.Pascal(schema.ComponentName!)) : draft.Name;
            }
        }

        foreach (Schema schema in document.Schemas.NamedInOtherFiles)
        {
            if (byComponent.TryGetValue(schema, out TypeDraft? draft) && draft.Name.Length == 0)
            {
                draft.Name = scope.Take(Identifiers.Pascal(schema.ComponentName!));
            }
        }

        foreach (TypeDraft draft in drafts)
        {
            if (draft.Name.Length == 0)
            {
                draft.Name = Inline(scope, draft);
            }
        }
    }

    private static string Inline(NameScope scope, TypeDraft draft)
    {
        if (draft.Schema.ComponentName is { } component)
        {
            return scope.Take(Identifiers.Pascal(component)); // a copy of a named schema
        }

        string member = Identifiers.Pascal(draft.Hint.Member);
        string owner = draft.Hint.Owner?.Name ?? draft.Hint.OwnerName;
        string qualified = owner + member;
        return draft.Shared && draft.Hint.Member.Length > 0 ? scope.Take(member, qualified) : scope.Take(qualified);
    }
}
