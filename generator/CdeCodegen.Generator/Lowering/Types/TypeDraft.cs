using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The parts of the name of an inline type.</summary>
/// <param name="Owner">The containing type, or null if <paramref name="OwnerName"/> is set.</param>
/// <param name="OwnerName">The name of the containing operation in Pascal case.</param>
/// <param name="Member">The role in the owner, for example a property name or <c>Request</c>.</param>
internal readonly record struct NameHint(TypeDraft? Owner, string OwnerName, string Member)
{
    /// <summary>The role if another member of the owner has the name: items of <c>ports</c> beside a member <c>port</c>.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether the document gives the type this name, so that it needs no owner's name before it.</summary>
    public bool IsTypeName { get; init; }

    public static NameHint Of(TypeDraft owner, string member) => new(owner, "", member);

    public static NameHint Of(string ownerName, string member) => new(null, ownerName, member);

    public NameHint With(string member) => new(Owner, OwnerName, member);
}

/// <summary>A declared type before it is named and finished.</summary>
internal abstract class TypeDraft(int number, Schema schema, NameHint hint)
{
    public abstract TypeKind Kind { get; }

    /// <summary>The number in order of discovery. Owners precede their parts.</summary>
    public int Number { get; } = number;

    public Schema Schema { get; } = schema;

    public NameHint Hint { get; } = hint;

    /// <summary>The C# name. Set by <see cref="TypeNaming"/>.</summary>
    public string Name { get; set; } = "";

    public DocText Doc { get; set; } = DocText.None;

    public bool Reads { get; set; }

    public bool Writes { get; set; }

    /// <summary>Whether a union or a hierarchy of requests contains the type: serializers read those with generated code, which knows how to select.</summary>
    public bool IsSelected { get; set; }

    /// <summary>Whether the type gets readers.</summary>
    public bool IsReadable => Reads || IsSelected;

    /// <summary>Whether a member, a parameter or a body has this type. A class of a hierarchy can be needed for its base only.</summary>
    public bool IsReferenced { get; set; }

    public bool InList { get; set; }

    public bool InMap { get; set; }

    public bool AsBody { get; set; }

    /// <summary>Whether several equal inline schemas of the document share this declaration.</summary>
    public bool Shared { get; set; }
}

internal sealed class ObjectDraft(int number, Schema schema, NameHint hint) : TypeDraft(number, schema, hint)
{
    /// <summary>A class that others extend is read like a union: the discriminator selects the class.</summary>
    public override TypeKind Kind => Schema.Derived.Count > 0 ? TypeKind.Union : TypeKind.Object;

    public List<PropertyDraft> Properties { get; } = [];

    /// <summary>The class of a hierarchy that this one extends. Null if nothing reads or writes that class.</summary>
    public ObjectDraft? Base { get; set; }

    /// <summary>The classes of a hierarchy that extend this one directly.</summary>
    public List<ObjectDraft>? Derived { get; set; }

    /// <summary>The values that select this class of a hierarchy.</summary>
    public List<HierarchyTag> HierarchyTags { get; } = [];

    /// <summary>The members whose values select this class among the cases of a union, by JSON name.</summary>
    public Dictionary<string, TagDraft>? Tags { get; private set; }

    /// <summary>Notes that values of a member select this class. Another selection by the same member with another value leaves the value to the caller.</summary>
    /// <param name="documented">How many of the values the document gives; the others follow from the name of the schema.</param>
    public void AddTag(string property, List<string> values, int documented)
    {
        Tags ??= new Dictionary<string, TagDraft>(StringComparer.Ordinal);
        bool isFirst = !Tags.TryGetValue(property, out TagDraft? tag);
        bool isSame = isFirst || tag!.Value == values[0];
        List<string> choices = isFirst ? values : values.FindAll(value => tag!.Values.Contains(value));
        Tags[property] = new TagDraft(isSame && documented <= 1 ? values[0] : null, isSame && values.Count == 1, choices);
    }

    public Lowered? Additional { get; set; }

    /// <summary>Whether members that the schema does not name are kept, because another alternative of a union names them.</summary>
    public bool KeepsOthers { get; set; }

    /// <summary>Whether a multipart body has this type.</summary>
    public bool AsParts { get; set; }
}

/// <param name="Value">The value that the class writes by itself; null if several values select it, so that the caller chooses.</param>
/// <param name="IsOnly">Whether no other value selects it.</param>
/// <param name="Values">The values that select it in all unions.</param>
internal sealed record TagDraft(string? Value, bool IsOnly, List<string> Values);

internal sealed class PropertyDraft(string wireName, Schema schema, Lowered type, bool required)
{
    public string WireName { get; } = wireName;

    public Schema Schema { get; } = schema;

    public Lowered Type { get; set; } = type;

    public bool Required { get; } = required;

    public bool Read { get; init; } = true;

    public bool Write { get; init; } = true;

    /// <summary>The media type of a part of a form, or null if the document does not specify it.</summary>
    public string? MediaType { get; init; }

    public DocText Doc { get; init; } = DocText.None;
}

internal sealed class EnumDraft(int number, Schema schema, NameHint hint, TypeKind value, List<EnumValueDraft> values) : TypeDraft(number, schema, hint)
{
    public override TypeKind Kind => TypeKind.Enum;

    public TypeKind Value { get; } = value;

    public List<EnumValueDraft> Values { get; } = values;
}

/// <param name="Name">The source of the C# name: the value, or the name that an extension gives it.</param>
internal readonly record struct EnumValueDraft(string Value, string Name, string? Description);

internal sealed class UnionDraft(int number, Schema schema, NameHint hint) : TypeDraft(number, schema, hint)
{
    public override TypeKind Kind => TypeKind.Union;

    public string? Discriminator { get; set; }

    /// <summary>Whether the name of an event selects the case, and not the value itself.</summary>
    public bool IsByEvent { get; init; }

    /// <summary>Whether the schema of the union itself requires the discriminator.</summary>
    public bool IsTagRequired { get; set; }

    /// <summary>The case for values of the discriminator that select no other; null if they are unknown.</summary>
    public UnionCaseDraft? Default { get; set; }

    public List<UnionCaseDraft> Cases { get; } = [];
}

/// <param name="isMerged">Whether the case stands for several alternatives, so that the description of one does not apply.</param>
internal sealed class UnionCaseDraft(Schema schema, TypeUse type, bool isMerged = false)
{
    public Schema Schema { get; } = schema;

    /// <summary>Further alternatives of the same type: other names for it.</summary>
    public List<Schema> Twins { get; } = [];

    public bool IsMerged { get; } = isMerged;

    public TypeUse Type { get; } = type;

    /// <summary>The values of the discriminator that select the case: those of the document first, then the name of the schema.</summary>
    public List<string> DiscriminatorValues { get; } = [];

    /// <summary>What members tell about the case where the shape decides.</summary>
    public List<ShapeRuleModel> Rules { get; } = [];
}
