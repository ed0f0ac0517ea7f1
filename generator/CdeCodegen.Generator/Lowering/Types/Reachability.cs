using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Marks the types that responses and requests reach. Only types in responses get readers, and only types in requests get writers. In most documents
/// more than half of the types need only one of the two.
/// </summary>
internal sealed class Reachability
{
    private readonly Stack<(TypeDraft Draft, TypeReach Reach)> _work = new();

    public void Read(TypeUse type, bool asBody = false)
    {
        Mark(type, TypeReach.Read);
        if (asBody && type.Draft is not null)
        {
            type.Draft.AsBody = true;
        }
    }

    public void Write(TypeUse type) => Mark(type, TypeReach.Write);

    public void Complete()
    {
        while (_work.Count > 0)
        {
            (TypeDraft draft, TypeReach reach) = _work.Pop();
            switch (draft)
            {
                case ObjectDraft @object:
                    foreach (PropertyDraft property in @object.Properties)
                    {
                        if (reach == TypeReach.Read ? property.Read : property.Write)
                        {
                            Mark(property.Type.Type, reach);
                        }
                    }

                    if (@object.Additional is { } additional)
                    {
                        Mark(additional.Type, reach);
                    }

                    foreach (ObjectDraft derived in @object.Derived ?? [])
                    {
                        Mark(derived, reach);
                    }

                    break;
                case UnionDraft union:
                    foreach (UnionCaseDraft @case in union.Cases)
                    {
                        Mark(@case.Type, reach);
                    }

                    break;
            }
        }
    }

    /// <summary>
    /// Gives readers to what the unions and hierarchies of requests contain. Serializers read all other types by their properties, but not these: only
    /// generated code knows how a value selects one of them.
    /// </summary>
    public void CompleteSelections(List<TypeDraft> drafts)
    {
        foreach (TypeDraft draft in drafts)
        {
            if (draft.Writes && draft is UnionDraft or ObjectDraft { Derived: not null })
            {
                Mark(draft, TypeReach.Select);
            }
        }

        Complete();
    }

    private void Mark(TypeUse type, TypeReach reach)
    {
        for (TypeUse? use = type; use is not null; use = use.Item)
        {
            // The reader of a list or map is declared with the type of its items.
            if (reach != TypeReach.Write && use.Item is { Draft: { } item } && !use.IsItemNullable)
            {
                if (use.Kind == TypeKind.List)
                {
                    item.InList = true;
                }
                else
                {
                    item.InMap = true;
                }
            }

            if (use.Draft is { } draft)
            {
                draft.IsReferenced = true;
                Mark(draft, reach);
            }
        }
    }

    private void Mark(TypeDraft draft, TypeReach reach)
    {
        bool isMarked = reach switch
        {
            TypeReach.Read => draft.Reads,
            TypeReach.Write => draft.Writes,
            _ => draft.IsReadable,
        };
        if (!isMarked)
        {
            switch (reach)
            {
                case TypeReach.Read:
                    draft.Reads = true;
                    break;
                case TypeReach.Write:
                    draft.Writes = true;
                    break;
                default:
                    draft.IsSelected = true;
                    break;
            }

            _work.Push((draft, reach));
        }
    }

    /// <summary>How a type is reached.</summary>
    private enum TypeReach : byte
    {
        Read,
        Write,

        /// <summary>From a union or a hierarchy of requests, by serializers.</summary>
        Select,
    }
}
