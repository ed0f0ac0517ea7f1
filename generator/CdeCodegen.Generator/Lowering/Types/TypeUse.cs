using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>A type before naming. Becomes a <see cref="TypeRef"/> once all types are known and named.</summary>
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

    /// <summary>Creates a list or a map.</summary>
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

    public bool IsString => Kind
        is TypeKind.String or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.DateTime or TypeKind.Date or TypeKind.Time or TypeKind.TimeSpan
            or TypeKind.Duration or TypeKind.Uri or TypeKind.Bytes
        || Draft is EnumDraft { Value: TypeKind.String };

    /// <summary>A text that is equal for equal types. Drafts are compared by identity.</summary>
    public string Key => Draft is not null ? "#" + Draft.Number
        : Item is not null ? Kind + (IsItemNullable ? "?<" : "<") + Item.Key + ">"
        : AcceptsText ? Kind + "|Text"
        : Kind.ToString();

    /// <summary>The final type. Valid once all drafts have names.</summary>
    public TypeRef Final => _final ??= new TypeRef(
        Kind, Draft?.Name, Item?.Final, IsItemNullable, Draft is EnumDraft draft ? draft.Value : TypeKind.String)
    {
        AcceptsText = AcceptsText,
    };
}

/// <summary>The type of a value, and whether the document allows null.</summary>
internal readonly record struct Lowered(TypeUse Type, bool Nullable);
