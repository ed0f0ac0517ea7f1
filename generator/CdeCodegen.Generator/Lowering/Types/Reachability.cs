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

    private void Mark(TypeUse type, bool read)
    {
        for (TypeUse? use = type; use is not null; use = use.Item)
        {
            if (read && use.Item is { Draft: { } item } && !use.IsItemNullable)
            {
                item.InList |= use.Kind == TypeKind.List;
                item.InMap |= use.Kind == TypeKind.Map;
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
