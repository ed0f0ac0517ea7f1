using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>A <see cref="TypeRef"/> in the making: names of types are not given before all types are known.</summary>
internal sealed class TypeUse
{
    public static readonly TypeUse Json = new(TypeKind.Json);
    public static readonly TypeUse String = new(TypeKind.String);
    public static readonly TypeUse Stream = new(TypeKind.Stream);

    private TypeRef? _final;

    public TypeUse(TypeKind kind) => Kind = kind;

    public TypeUse(TypeDraft draft)
    {
        Kind = draft.Kind;
        Draft = draft;
    }

    /// <summary>A list or a map.</summary>
    public TypeUse(TypeKind kind, TypeUse item, bool itemNullable)
    {
        Kind = kind;
        Item = item;
        IsItemNullable = itemNullable;
    }

    public TypeKind Kind { get; }

    public TypeDraft? Draft { get; }

    public TypeUse? Item { get; }

    public bool IsItemNullable { get; }

    /// <summary>For numbers: the document also allows the value as text.</summary>
    public bool AcceptsText { get; init; }

    public bool IsString => Kind is TypeKind.String or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Time or TypeKind.Uri or TypeKind.Bytes
        || Draft is EnumDraft { Value: TypeKind.String };

    /// <summary>What a type is, spelled so that equal types have equal keys; a draft counts by its identity.</summary>
    public string Key => Draft is not null ? "#" + Draft.Number
        : Item is not null ? Kind + (IsItemNullable ? "?<" : "<") + Item.Key + ">"
        : AcceptsText ? Kind + "|Text"
        : Kind.ToString();

    /// <summary>Once all drafts have names.</summary>
    public TypeRef Final => _final ??= new TypeRef(
        Kind, Draft?.Name, Item?.Final, IsItemNullable, Draft is EnumDraft draft ? draft.Value : TypeKind.String)
    {
        AcceptsText = AcceptsText,
    };
}

/// <summary>A type at a place: what it is, and whether the document allows null there.</summary>
internal readonly record struct Lowered(TypeUse Type, bool Nullable);
