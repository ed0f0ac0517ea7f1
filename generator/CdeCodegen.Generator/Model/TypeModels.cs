using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>The members that are generated for a type beside its properties. A member that nothing calls would still cost compile time.</summary>
[Flags]
internal enum GeneratedMembers : byte
{
    None = 0,

    /// <summary>Reads the type: a response contains it.</summary>
    Reader = 1,

    /// <summary>Writes the type: a request contains it.</summary>
    Writer = 2,

    /// <summary>Reads a list of the type: a response contains one.</summary>
    ListReader = 4,

    /// <summary>Reads a map of the type: a response contains one.</summary>
    MapReader = 8,

    /// <summary>Reads a response whose body is the type itself.</summary>
    BodyReader = 16,

    /// <summary>Writes the properties of an object as the parts of a multipart request body.</summary>
    PartsWriter = 32,
}

/// <summary>A type with its own declaration in the models' namespace.</summary>
internal abstract record TypeModel
{
    /// <summary>The C# name, unique in the namespace, ignoring case.</summary>
    public required string Name { get; init; }

    public DocText Doc { get; init; } = DocText.None;

    public required GeneratedMembers Generated { get; init; }

    /// <summary>The type in whose file this one is declared: itself, or the named type that contains this unnamed one.</summary>
    public required string Home { get; init; }

    /// <summary>Whether any of these members is generated.</summary>
    public bool Has(GeneratedMembers members) => (Generated & members) != 0;
}

/// <summary>A JSON object with known members, printed as a <c>sealed partial class</c>.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The members, in document order.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>How members that the document does not name are kept; null if readers skip them.</summary>
    public AdditionalModel? Additional { get; init; }
}

/// <summary>The dictionary of the members that the document does not name.</summary>
/// <param name="Type">The type of a value.</param>
/// <param name="IsNullable">Whether a value may be null.</param>
/// <param name="PropertyName">The C# name: <c>AdditionalProperties</c>, or another name if the document uses that one.</param>
internal sealed record AdditionalModel(TypeRef Type, bool IsNullable, string PropertyName);

/// <summary>One member of an object.</summary>
/// <remarks><c>Lowering/Types/TypeFinishing.cs</c> derives all of this from the document's <c>required</c>, null, <c>readOnly</c> and <c>writeOnly</c>.</remarks>
internal sealed record PropertyModel
{
    /// <summary>The JSON name.</summary>
    public required string WireName { get; init; }

    /// <summary>The C# name, unique in its class and different from the name of the class.</summary>
    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    public DocText Doc { get; init; } = DocText.None;

    /// <summary>Whether a request distinguishes absent, null and a value: the C# type is then <c>Optional&lt;T?&gt;</c>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the C# property has the <c>required</c> modifier.</summary>
    public required bool IsRequiredMember { get; init; }

    /// <summary>Whether the C# type is <c>T?</c>.</summary>
    public required bool IsNullableMember { get; init; }

    /// <summary>Whether responses contain the member; false for write-only members.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Whether the reader reports a missing member as malformed.</summary>
    public required bool IsRequiredOnRead { get; init; }

    /// <summary>Whether the reader accepts null, either as a documented value or as an absent optional member.</summary>
    public required bool IsNullAccepted { get; init; }

    /// <summary>Whether requests contain the member; false for read-only members.</summary>
    public required bool IsWritten { get; init; }

    /// <summary>Whether the writer writes null; otherwise it omits a null member.</summary>
    public required bool IsNullWritten { get; init; }

    /// <summary>The media type of the member as a part of a multipart body; null if the document sets none.</summary>
    public string? PartMediaType { get; init; }
}

/// <summary>An open enumeration: named known values; any other value survives a round trip.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary>The underlying type: <see cref="TypeKind.String"/>, <see cref="TypeKind.Int32"/> or <see cref="TypeKind.Int64"/>.</summary>
    public required TypeKind Value { get; init; }

    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

/// <summary>A known value of an enumeration.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Value">The text, or the digits of the number.</param>
/// <param name="Doc">The description from <c>x-enum-descriptions</c> or a similar extension.</param>
internal sealed record EnumMemberModel(string Name, string Value, DocText Doc);

/// <summary>oneOf or anyOf: an abstract class with a nested sealed class for each alternative and one for unknown values.</summary>
internal sealed record UnionModel : TypeModel
{
    /// <summary>The JSON name of the member that selects the alternative; null if the shape of the value selects it.</summary>
    public string? Discriminator { get; init; }

    public required EquatableArray<UnionCaseModel> Cases { get; init; }
}

/// <summary>One alternative of a union.</summary>
/// <param name="Name">The C# name of the nested class, unique within the union; never <c>Unknown</c>.</param>
/// <param name="Type">The type of its <c>Value</c>.</param>
/// <param name="Doc">The documentation comment.</param>
/// <param name="DiscriminatorValues">The values that select it; empty without a discriminator.</param>
/// <param name="Tokens">The JSON tokens that can start it.</param>
/// <param name="RequiredNames">For objects: the members that must be present.</param>
/// <param name="KnownNames">For objects: all members, required ones included. The case with the most matches wins.</param>
internal sealed record UnionCaseModel(
    string Name, TypeRef Type, DocText Doc,
    EquatableArray<string> DiscriminatorValues, JsonTokens Tokens, EquatableArray<string> RequiredNames, EquatableArray<string> KnownNames);

/// <summary>The kinds of JSON token that can start a value. The runtime's enumeration has the same names and values.</summary>
[Flags]
internal enum JsonTokens : byte
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,

    /// <summary>A number without fraction or exponent.</summary>
    Integer = 8,

    /// <summary>Any number.</summary>
    Number = 16 | Integer,
    Boolean = 32,
}
