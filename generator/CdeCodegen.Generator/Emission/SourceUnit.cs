using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// One file to print, with everything that its text depends on: equal units have equal texts, so an unchanged unit is never printed again.
/// </summary>
/// <param name="HintName">Unique within the client, ignoring case.</param>
/// <param name="Context">The client that the file belongs to.</param>
internal abstract record SourceUnit(string HintName, ClientContext Context);

/// <summary>A model.</summary>
/// <param name="Hidden">Which names of the runtime the models of this client hide; these are written in full.</param>
internal sealed record ModelUnit(string HintName, ClientContext Context, TypeModel Type, EquatableArray<string> Hidden)
    : SourceUnit(HintName, Context);

/// <summary>An operation's result, with the class of its optional parameters: both live in the client's namespace and change together.</summary>
internal sealed record ResultUnit(string HintName, ClientContext Context, ResultModel Result, QueryClassModel? Query)
    : SourceUnit(HintName, Context);

/// <summary>A request builder.</summary>
/// <param name="Hidden">Which names of the vocabulary the builders of this client hide; these are written in full.</param>
internal sealed record BuilderUnit(string HintName, ClientContext Context, BuilderModel Builder, EquatableArray<string> Hidden)
    : SourceUnit(HintName, Context);

/// <summary>The client class.</summary>
internal sealed record ClientUnit(string HintName, ClientContext Context, RootModel Client)
    : SourceUnit(HintName, Context);

/// <summary>The registration with a service collection; empty text where the consumer has none.</summary>
internal sealed record RegistrationUnit(string HintName, ClientContext Context)
    : SourceUnit(HintName, Context);
