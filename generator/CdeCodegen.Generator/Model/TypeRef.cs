namespace CdeCodegen.Generator.Model;

/// <summary>The kind of a value. The emitter maps each kind to a C# type and to a reader and a writer of the runtime.</summary>
internal enum TypeKind : byte
{
    /// <summary>Any JSON value, kept as <c>JsonElement</c>.</summary>
    Json,
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    /// <summary>A date-time whose offset says something: <c>DateTime</c>, whose kind is unspecified without one.</summary>
    DateTime,
    Date,
    Time,

    /// <summary>A span of time in the constant format of .NET.</summary>
    TimeSpan,

    /// <summary>An ISO 8601 duration: the runtime's <c>ApiDuration</c>.</summary>
    Duration,
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

/// <summary>A use of a type. Apart from the items of a collection, nullability belongs to the place that uses the type.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Name">
/// The simple C# name of a named type (<see cref="TypeKind.Enum"/>, <see cref="TypeKind.Object"/>, <see cref="TypeKind.Union"/>) in the models' namespace;
/// otherwise null.
/// </param>
/// <param name="Item">The element type of a list or map; otherwise null.</param>
/// <param name="IsItemNullable">Whether elements may be null.</param>
/// <param name="EnumValue">
/// For <see cref="TypeKind.Enum"/>: the underlying kind, <see cref="TypeKind.String"/>, <see cref="TypeKind.Int32"/> or <see cref="TypeKind.Int64"/>.
/// </param>
internal sealed record TypeRef(TypeKind Kind, string? Name = null, TypeRef? Item = null, bool IsItemNullable = false, TypeKind EnumValue = TypeKind.String)
{
    /// <summary>For numbers: the document also allows the value as text, so the reader takes both forms.</summary>
    public bool AcceptsText { get; init; }

    /// <summary>Whether the C# type is a struct, so that <c>T?</c> is <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsValueType => Kind is TypeKind.Json or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double
        or TypeKind.Decimal or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.DateTime or TypeKind.Date or TypeKind.Time or TypeKind.TimeSpan
        or TypeKind.Duration or TypeKind.Enum;

    /// <summary>Whether the C# type is a struct that is created from a JSON scalar of <see cref="EnumValue"/>.</summary>
    public bool IsWrapped => Kind is TypeKind.Enum or TypeKind.Duration;

    public bool IsNamed => Kind is TypeKind.Enum or TypeKind.Object or TypeKind.Union;
}

/// <summary>The document's text for a documentation comment: not escaped, with any line endings.</summary>
/// <param name="Summary">A short text, or null.</param>
/// <param name="Remarks">A longer text, or null.</param>
/// <param name="IsDeprecated">Whether the document marks the element as deprecated; the emitter adds <c>[Obsolete]</c>.</param>
internal sealed record DocText(string? Summary = null, string? Remarks = null, bool IsDeprecated = false)
{
    public static readonly DocText None = new();
}
