namespace CdeCodegen.Generator.Model;

/// <summary>What a value is on the wire and in C#. The emitter maps each to a C# type, a reader and a writer of the runtime.</summary>
internal enum TypeKind : byte
{
    /// <summary>Any JSON value, kept as <c>JsonElement</c>.</summary>
    Json,
    String,
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    Date,
    Time,
    Uri,

    /// <summary>Base64 text in JSON, <c>byte[]</c> in C#.</summary>
    Bytes,

    /// <summary>A named open enumeration: a <c>readonly partial struct</c> over a string or a number.</summary>
    Enum,

    /// <summary>A named class (<see cref="ObjectModel"/>).</summary>
    Object,

    /// <summary>A named closed hierarchy (<see cref="UnionModel"/>).</summary>
    Union,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c> of <see cref="TypeRef.Item"/>.</summary>
    List,

    /// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c> of <see cref="TypeRef.Item"/>.</summary>
    Map,

    /// <summary>Binary content outside JSON: a file in a multipart body, an octet-stream.</summary>
    Stream,
}

/// <summary>A use of a type. Value-equal; nullability is that of the place that uses it, except for the items of a collection.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The simple C# name of a named type (<see cref="TypeKind.Enum"/>, <see cref="TypeKind.Object"/>, <see cref="TypeKind.Union"/>), else null. It lives in the models' namespace.</param>
/// <param name="Item">The element of a list or map, else null.</param>
/// <param name="ItemNullable">Whether elements may be null.</param>
/// <param name="EnumValue">For <see cref="TypeKind.Enum"/>: the kind underneath, <see cref="TypeKind.String"/>, <see cref="TypeKind.Int32"/> or <see cref="TypeKind.Int64"/>.</param>
internal sealed record TypeRef(TypeKind Kind, string? Name = null, TypeRef? Item = null, bool ItemNullable = false, TypeKind EnumValue = TypeKind.String)
{
    /// <summary>For numbers: the document also allows the value as text, so the reader takes both forms.</summary>
    public bool AcceptsText { get; init; }

    /// <summary>Whether the C# type is a struct, so that <c>T?</c> is <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsValueType => Kind is TypeKind.Json or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double
        or TypeKind.Decimal or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Time or TypeKind.Enum;

    public bool IsNamed => Kind is TypeKind.Enum or TypeKind.Object or TypeKind.Union;
}

/// <summary>Text of the document for a documentation comment: raw, not yet escaped, any line ends.</summary>
/// <param name="Summary">One or a few sentences, or null.</param>
/// <param name="Remarks">The longer part, or null.</param>
/// <param name="Deprecated">Whether the document marks it as deprecated; the emitter adds <c>[Obsolete]</c>.</param>
internal sealed record DocText(string? Summary = null, string? Remarks = null, bool Deprecated = false)
{
    public static readonly DocText None = new();
}
