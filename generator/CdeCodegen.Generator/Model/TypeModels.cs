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

    /// <summary>The nested class of unknown values of a hierarchy.</summary>
    Unknown = 64,
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

/// <summary>A JSON object with known members, printed as a <c>partial class</c>, which is sealed unless other classes extend it.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The class that this one extends, or null.</summary>
    public string? Base { get; init; }

    /// <summary>The generated members of the classes that this one extends, which its own members of the same name hide or override.</summary>
    public GeneratedMembers Inherited { get; init; }

    /// <summary>Whether a class that this one extends has any of these generated members.</summary>
    public bool Inherits(GeneratedMembers members) => (Inherited & members) != 0;

    /// <summary>How a reader selects one of the classes that extend this one; null if none does.</summary>
    public SelectionModel? Selection { get; init; }

    /// <summary>The nested class of values that no documented class fits. Set together with <see cref="Selection"/>.</summary>
    public ObjectModel? Unknown { get; init; }

    /// <summary>Whether other classes extend this one. Nothing reads it as one of them without <see cref="Selection"/>.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Whether no value of the discriminator selects the class itself.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether the values of <see cref="PropertyModel.IsTag"/> members are arguments of a constructor, because several are possible.</summary>
    public bool HasTagArguments { get; init; }

    /// <summary>The members, in document order.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>How members that the document does not name are kept; null if readers skip them.</summary>
    public AdditionalModel? Additional { get; init; }

    /// <summary>Whether <see cref="Base"/> declares the dictionary of these members.</summary>
    public bool IsAdditionalInherited { get; init; }
}

/// <summary>The dictionary of the members that the document does not name.</summary>
/// <param name="Type">The type of a value.</param>
/// <param name="IsNullable">Whether a value may be null.</param>
/// <param name="PropertyName">The C# name: <c>AdditionalProperties</c>, or another name if the document uses that one.</param>
internal sealed record AdditionalModel(TypeRef Type, bool IsNullable, string PropertyName);

/// <summary>A documented default that generated code offers as a constant.</summary>
/// <param name="Name">The C# name of the constant.</param>
/// <param name="Value">The value: a text, or a literal of any other type.</param>
internal sealed record DefaultModel(string Name, string Value);

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

    /// <summary>Whether a base class declares the property.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether the member selects a class of a hierarchy, so that constructors set it.</summary>
    public bool IsTag { get; init; }

    /// <summary>The value that the class writes by itself, as text; null if the caller sets the property.</summary>
    public string? Constant { get; init; }

    /// <summary>The documented default, which callers can name but the class does not set; null without one that a constant can have.</summary>
    public DefaultModel? Default { get; init; }

    /// <summary>The value that the property has unless a caller sets another one; null for none.</summary>
    public string? Initial { get; init; }

    /// <summary>Whether another value than <see cref="Constant"/> is malformed. Otherwise, a reader keeps it.</summary>
    public bool IsConstantChecked { get; init; }
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
    public required SelectionModel Selection { get; init; }

    /// <summary>Whether the name of an event selects the case, and not the value itself. The cases of text are not JSON.</summary>
    public bool IsByEvent { get; init; }
}

/// <summary>How a reader selects one of several types.</summary>
/// <param name="Discriminator">The JSON name of the member that selects the type; null if the shape of the value selects it.</param>
/// <param name="Cases">The types.</param>
/// <param name="Default">The case for values of the discriminator that select no other; -1 without one.</param>
/// <param name="Absent">The case for values without the discriminator; -1 without one.</param>
/// <param name="IsAbsenceByShape">Whether the shape selects a case where the discriminator is absent.</param>
internal sealed record SelectionModel(
    string? Discriminator, EquatableArray<UnionCaseModel> Cases, int Default = -1, int Absent = -1, bool IsAbsenceByShape = false);

/// <summary>One alternative of a union, or one class of a hierarchy.</summary>
/// <param name="Name">In a union: the C# name of the nested class, unique within the union; never <c>Unknown</c>.</param>
/// <param name="Type">The type of its <c>Value</c>, or the class.</param>
/// <param name="Doc">The documentation comment.</param>
/// <param name="DiscriminatorValues">The values that select it; empty without a discriminator.</param>
/// <param name="Tokens">The JSON tokens that can start it.</param>
/// <param name="RequiredNames">For objects: the members that must be present.</param>
/// <param name="KnownNames">For objects: all members, required ones included. The case with the most matches wins.</param>
internal sealed record UnionCaseModel(
    string Name, TypeRef Type, DocText Doc,
    EquatableArray<string> DiscriminatorValues, JsonTokens Tokens, EquatableArray<string> RequiredNames, EquatableArray<string> KnownNames)
{
    /// <summary>For objects: what members must be like if they are present.</summary>
    public EquatableArray<ShapeRuleModel> Rules { get; init; }
}

/// <summary>What a member of an alternative is like, if it is present and not null, or what the first item of a list is like.</summary>
/// <param name="Path">Its JSON name, after the names of the members that it is within; empty for the first item.</param>
/// <param name="Tokens">The tokens that can start it.</param>
/// <param name="Values">The values that it can have, as text; empty for any.</param>
/// <param name="Format">The format of its text, for example <c>ipv4</c>; null for any.</param>
internal sealed record ShapeRuleModel(EquatableArray<string> Path, JsonTokens Tokens, EquatableArray<string> Values, string? Format);

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
