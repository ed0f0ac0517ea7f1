using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>
/// One file to print, with everything that its text depends on: equal units have equal texts, so an unchanged unit is never printed again.
/// </summary>
/// <param name="HintName">Unique within the client, ignoring case.</param>
/// <param name="Context">The client that the file belongs to.</param>
internal abstract record SourceUnit(string HintName, ClientContext Context);

/// <summary>A model that the document names, or a body of an operation, and the models of its parts that nothing else names.</summary>
/// <param name="Hidden">Which names of the runtime the models of this client hide; these are written in full.</param>
internal sealed record ModelsUnit(string HintName, ClientContext Context, EquatableArray<TypeModel> Types, EquatableArray<string> Hidden)
    : SourceUnit(HintName, Context);

/// <summary>The results of a group of operations.</summary>
internal sealed record ResultsUnit(string HintName, ClientContext Context, EquatableArray<OperationResult> Results)
    : SourceUnit(HintName, Context);

/// <summary>An operation's result and the class of its optional parameters: both live in the client's namespace and change together.</summary>
internal sealed record OperationResult(ResultModel Result, QueryClassModel? Query);

/// <summary>The request builders of a group of operations, parents first.</summary>
internal sealed record BuildersUnit(string HintName, ClientContext Context, EquatableArray<BuilderModel> Builders)
    : SourceUnit(HintName, Context);

/// <summary>The client class.</summary>
internal sealed record ClientUnit(string HintName, ClientContext Context, RootModel Client)
    : SourceUnit(HintName, Context);

/// <summary>The registration with a service collection; empty text where the consumer has none.</summary>
internal sealed record RegistrationUnit(string HintName, ClientContext Context)
    : SourceUnit(HintName, Context);
