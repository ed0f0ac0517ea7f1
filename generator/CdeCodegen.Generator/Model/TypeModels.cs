using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>A type that gets a declaration of its own in the models' namespace.</summary>
/// <param name="Name">Its C# name, unique in the namespace, ignoring case.</param>
/// <param name="Doc">From the document.</param>
/// <param name="Reads">A response reaches it: emit the reader.</param>
/// <param name="Writes">A request reaches it: emit the writer.</param>
/// <param name="InList">Some place that is read holds a list of it: emit the list reader with it, once.</param>
/// <param name="InMap">Some place that is read holds a map of it: emit the map reader with it, once.</param>
/// <param name="AsBody">A response body is of this very type: emit the reader that takes an <c>ApiResponse</c>.</param>
internal abstract record TypeModel(string Name, DocText Doc, bool Reads, bool Writes, bool InList, bool InMap, bool AsBody)
{
    /// <summary>The type in whose file it is declared: its own name, or that of the type which it is a nameless part of.</summary>
    public string Home { get; init; } = Name;
}

/// <summary>A JSON object with known members: a <c>sealed partial class</c>.</summary>
internal sealed record ObjectModel(
    string Name, DocText Doc, bool Reads, bool Writes, bool InList, bool InMap, bool AsBody,
    EquatableArray<PropertyModel> Properties,
    AdditionalModel? Additional) : TypeModel(Name, Doc, Reads, Writes, InList, InMap, AsBody)
{
    /// <summary>A multipart request body is of this very type: emit what writes its members as parts.</summary>
    public bool AsParts { get; init; }
}

/// <summary>What is kept of members that the document does not name.</summary>
/// <param name="Type">Of each value.</param>
/// <param name="Nullable">Whether a value may be null.</param>
/// <param name="PropertyName">The C# name: <c>AdditionalProperties</c>, or another where the document has that one.</param>
internal sealed record AdditionalModel(TypeRef Type, bool Nullable, string PropertyName);

/// <summary>One member of an object.</summary>
/// <param name="WireName">The JSON name, never changed.</param>
/// <param name="Name">The C# name, unique in its class, never that of its class.</param>
/// <param name="Type">Of the value.</param>
/// <param name="Required">The document requires it: it is always there when read, always written.</param>
/// <param name="Nullable">The document allows null.</param>
/// <param name="IsOptional">Three states when sent (absent, null, value): the C# type is <c>Optional&lt;T?&gt;</c>.</param>
/// <param name="Read">False for write-only members: never expected in a response.</param>
/// <param name="Write">False for read-only members: never sent.</param>
/// <remarks>C# <c>required</c> is <c>Required &amp;&amp; !Nullable &amp;&amp; Write</c>, or, in types that are only read, <c>Required &amp;&amp; !Nullable</c>: see <see cref="IsRequiredMember"/>. It is computed here because the emitter decides nothing.</remarks>
internal sealed record PropertyModel(
    string WireName, string Name, TypeRef Type, bool Required, bool Nullable, bool IsOptional, bool Read, bool Write, DocText Doc)
{
    /// <summary>Whether the C# property carries the <c>required</c> modifier.</summary>
    public bool IsRequiredMember { get; init; }

    /// <summary>Whether the C# type is <c>T?</c>.</summary>
    public bool IsNullableMember { get; init; }

    /// <summary>Whether a reader treats its absence as malformed.</summary>
    public bool IsRequiredOnRead { get; init; }

    /// <summary>The media type of a part of a multipart body, where the document says so.</summary>
    public string? PartMediaType { get; init; }
}

/// <summary>An open enumeration: known values by name, any other value survives a round trip.</summary>
/// <param name="Value"><see cref="TypeKind.String"/>, <see cref="TypeKind.Int32"/> or <see cref="TypeKind.Int64"/>.</param>
internal sealed record EnumModel(
    string Name, DocText Doc, bool Reads, bool Writes, bool InList, bool InMap, bool AsBody,
    TypeKind Value,
    EquatableArray<EnumMemberModel> Members) : TypeModel(Name, Doc, Reads, Writes, InList, InMap, AsBody);

/// <param name="Name">The C# name.</param>
/// <param name="Value">The text, or the digits of the number.</param>
/// <param name="Doc">From <c>x-enum-descriptions</c> and its kin, or none.</param>
internal sealed record EnumMemberModel(string Name, string Value, DocText Doc);

/// <summary>oneOf / anyOf: an abstract class with a nested sealed class for each alternative and one for what matches none.</summary>
/// <param name="Discriminator">The JSON name of the member that decides, or null: then the shape does.</param>
internal sealed record UnionModel(
    string Name, DocText Doc, bool Reads, bool Writes, bool InList, bool InMap, bool AsBody,
    string? Discriminator,
    EquatableArray<UnionCaseModel> Cases) : TypeModel(Name, Doc, Reads, Writes, InList, InMap, AsBody);

/// <summary>One alternative of a union.</summary>
/// <param name="Name">The C# name of the nested case class, unique within the union; never <c>Unknown</c>.</param>
/// <param name="Type">Of its <c>Value</c>.</param>
/// <param name="DiscriminatorValues">The values that select it; empty without a discriminator.</param>
/// <param name="Tokens">The JSON tokens that can start it.</param>
/// <param name="RequiredNames">For objects: members that must be there.</param>
/// <param name="KnownNames">For objects: all members, required ones included; more matches win.</param>
internal sealed record UnionCaseModel(
    string Name, TypeRef Type, DocText Doc,
    EquatableArray<string> DiscriminatorValues, JsonTokens Tokens, EquatableArray<string> RequiredNames, EquatableArray<string> KnownNames);

/// <summary>The kinds of JSON token that can start a value. Same names and values as the runtime's enumeration.</summary>
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
