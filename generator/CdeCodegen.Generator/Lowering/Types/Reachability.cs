using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Marks the types that responses and requests reach. Only types in responses get readers, and only types in requests get writers. In most documents
/// more than half of the types need only one of the two.
/// </summary>
internal sealed class Reachability
{
    private readonly Stack<(TypeDraft Draft, bool Read)> _work = new();

    public void Read(TypeUse type, bool asBody = false)
    {
        Mark(type, read: true);
        if (asBody && type.Draft is not null)
        {
            type.Draft.AsBody = true;
        }
    }

    public void Write(TypeUse type) => Mark(type, read: false);

    public void Complete()
    {
        while (_work.Count > 0)
        {
            (TypeDraft draft, bool read) = _work.Pop();
            switch (draft)
            {
                case ObjectDraft @object:
                    foreach (PropertyDraft property in @object.Properties)
                    {
                        if (read ? property.Read : property.Write)
                        {
                            Mark(property.Type.Type, read);
                        }
                    }

                    if (@object.Additional is { } additional)
                    {
                        Mark(additional.Type, read);
                    }

                    foreach (ObjectDraft derived in @object.Derived ?? [])
                    {
                        Mark(derived, read);
                    }

                    break;
                case UnionDraft union:
                    foreach (UnionCaseDraft @case in union.Cases)
                    {
                        Mark(@case.Type, read);
                    }

                    break;
            }
        }
    }

    /// <summary>
    /// Gives readers to what the unions and hierarchies of requests contain. Serializers read all other types by their properties, but not these: only
    /// generated code knows how a value selects one of them.
    /// </summary>
    public static void CompleteSelections(List<TypeDraft> drafts)
    {
        var work = new Stack<TypeDraft>();
        foreach (TypeDraft draft in drafts)
        {
            if (draft.Writes && draft is UnionDraft or ObjectDraft { Derived: not null })
            {
                Select(draft);
            }
        }

        while (work.Count > 0)
        {
            switch (work.Pop())
            {
                case ObjectDraft @object:
                    foreach (PropertyDraft property in @object.Properties)
                    {
                        if (property.Write)
                        {
                            SelectAll(property.Type.Type);
                        }
                    }

                    if (@object.Additional is { } additional)
                    {
                        SelectAll(additional.Type);
                    }

                    foreach (ObjectDraft derived in @object.Derived ?? [])
                    {
                        Select(derived);
                    }

                    break;
                case UnionDraft union:
                    foreach (UnionCaseDraft @case in union.Cases)
                    {
                        SelectAll(@case.Type);
                    }

                    break;
            }
        }

        void SelectAll(TypeUse type)
        {
            for (TypeUse? use = type; use is not null; use = use.Item)
            {
                MarkCollection(use);
                if (use.Draft is { } draft)
                {
                    Select(draft);
                }
            }
        }

        void Select(TypeDraft draft)
        {
            if (!draft.IsReadable)
            {
                draft.IsSelected = true;
                work.Push(draft);
            }
        }
    }

    /// <summary>Marks the item of a list or map, with which the reader of the collection is declared.</summary>
    private static void MarkCollection(TypeUse use)
    {
        if (use.Item is { Draft: { } item } && !use.IsItemNullable)
        {
            item.InList |= use.Kind == TypeKind.List;
            item.InMap |= use.Kind == TypeKind.Map;
        }
    }

    private void Mark(TypeUse type, bool read)
    {
        for (TypeUse? use = type; use is not null; use = use.Item)
        {
            if (read)
            {
                MarkCollection(use);
            }

            if (use.Draft is { } draft)
            {
                draft.IsReferenced = true;
                Mark(draft, read);
            }
        }
    }

    private void Mark(TypeDraft draft, bool read)
    {
        if (!(read ? draft.Reads : draft.Writes))
        {
            draft.Reads |= read;
            draft.Writes |= !read;
            _work.Push((draft, read));
        }
    }
}
