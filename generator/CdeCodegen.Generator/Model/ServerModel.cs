using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>A server of the document.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Url">The URL, with its variables in braces.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Doc">The document's text.</param>
internal sealed record ServerModel(string Name, string Url, EquatableArray<ServerVariableModel> Variables, DocText Doc);

/// <summary>A variable of a server's URL.</summary>
/// <param name="WireName">The name in the document.</param>
/// <param name="Name">The C# name: Pascal case for an option, camel case for a parameter.</param>
/// <param name="Default">The value unless the caller sets another; null if the caller must set one.</param>
/// <param name="Choices">The allowed values, named; empty for any.</param>
/// <param name="Doc">The document's text.</param>
internal sealed record ServerVariableModel(string WireName, string Name, string? Default, EquatableArray<ConstantModel> Choices, DocText Doc);
