using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Where the name of a type comes from that the document does not name.</summary>
/// <param name="Owner">The type it is a part of, or null: then <paramref name="OwnerName"/>.</param>
/// <param name="OwnerName">The name of an operation in Pascal case.</param>
/// <param name="Member">What it is there: the name of a property, <c>Request</c>…</param>
internal readonly record struct NameHint(TypeDraft? Owner, string OwnerName, string Member)
{
    public static NameHint Of(TypeDraft owner, string member) => new(owner, "", member);

    public static NameHint Of(string ownerName, string member) => new(null, ownerName, member);

    public NameHint With(string member) => new(Owner, OwnerName, member);
}

/// <summary>A declared type in the making.</summary>
internal abstract class TypeDraft(int number, Schema schema, NameHint hint)
{
    public abstract TypeKind Kind { get; }

    /// <summary>In order of discovery: owners come before their parts.</summary>
    public int Number { get; } = number;

    public Schema Schema { get; } = schema;

    public NameHint Hint { get; } = hint;

    /// <summary>Given by <see cref="TypeNaming"/>.</summary>
    public string Name { get; set; } = "";

    public DocText Doc { get; set; } = DocText.None;

    public bool Reads { get; set; }

    public bool Writes { get; set; }

    public bool InList { get; set; }

    public bool InMap { get; set; }

    public bool AsBody { get; set; }

    /// <summary>Whether more than one place of the document that spells this type out shares this declaration.</summary>
    public bool Shared { get; set; }
}

internal sealed class ObjectDraft(int number, Schema schema, NameHint hint) : TypeDraft(number, schema, hint)
{
    public override TypeKind Kind => TypeKind.Object;

    public List<PropertyDraft> Properties { get; } = [];

    public Lowered? Additional { get; set; }

    /// <summary>A multipart body is of this type.</summary>
    public bool AsParts { get; set; }
}

internal sealed class PropertyDraft(string wireName, Schema schema, Lowered type, bool required)
{
    public string WireName { get; } = wireName;

    public Schema Schema { get; } = schema;

    public Lowered Type { get; } = type;

    public bool Required { get; } = required;

    public bool Read { get; init; } = true;

    public bool Write { get; init; } = true;

    /// <summary>What a part of a form is sent as, where the document says so.</summary>
    public string? MediaType { get; init; }

    public DocText Doc { get; init; } = DocText.None;
}

internal sealed class EnumDraft(int number, Schema schema, NameHint hint, TypeKind value, List<EnumValueDraft> values) : TypeDraft(number, schema, hint)
{
    public override TypeKind Kind => TypeKind.Enum;

    public TypeKind Value { get; } = value;

    public List<EnumValueDraft> Values { get; } = values;
}

/// <param name="Name">What the C# name is made of: the value, or the document's own name for it.</param>
internal readonly record struct EnumValueDraft(string Value, string Name, string? Description);

internal sealed class UnionDraft(int number, Schema schema, NameHint hint) : TypeDraft(number, schema, hint)
{
    public override TypeKind Kind => TypeKind.Union;

    public string? Discriminator { get; set; }

    public List<UnionCaseDraft> Cases { get; } = [];
}

/// <param name="isMerged">Stands for several alternatives: what the document says of one of them is not said of it.</param>
internal sealed class UnionCaseDraft(Schema schema, TypeUse type, bool isMerged = false)
{
    public Schema Schema { get; } = schema;

    public bool IsMerged { get; } = isMerged;

    public TypeUse Type { get; } = type;

    public List<string> DiscriminatorValues { get; } = [];
}
