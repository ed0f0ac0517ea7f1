using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>
/// One file to print, with everything that its text depends on. Equal units have equal texts, so an unchanged unit is never printed again.
/// </summary>
/// <param name="HintName">The file name, unique within the client, ignoring case.</param>
/// <param name="Context">The settings of the client.</param>
internal abstract record SourceUnit(string HintName, ClientContext Context);

/// <summary>A named schema or the body of an operation, together with the unnamed models that it contains.</summary>
/// <param name="Hidden">The runtime types that models of this client hide; their full names are printed.</param>
internal sealed record ModelsUnit(string HintName, ClientContext Context, EquatableArray<TypeModel> Types, EquatableArray<string> Hidden)
    : SourceUnit(HintName, Context);

/// <summary>The results of a group of operations.</summary>
internal sealed record ResultsUnit(string HintName, ClientContext Context, EquatableArray<OperationResult> Results)
    : SourceUnit(HintName, Context);

/// <summary>The result of an operation and the class of its optional parameters. Both are in the client's namespace and change together.</summary>
internal sealed record OperationResult(ResultModel Result, QueryClassModel? Query);

/// <summary>The request builders of a group of operations, parents first.</summary>
internal sealed record BuildersUnit(string HintName, ClientContext Context, EquatableArray<BuilderModel> Builders)
    : SourceUnit(HintName, Context);

/// <summary>The client class.</summary>
internal sealed record ClientUnit(string HintName, ClientContext Context, RootModel Client)
    : SourceUnit(HintName, Context);

/// <summary>The registration with a service collection; not printed in projects without <c>Microsoft.Extensions.Http</c>.</summary>
/// <param name="Credentials">The options that can come from the configuration.</param>
internal sealed record RegistrationUnit(string HintName, ClientContext Context, EquatableArray<CredentialOption> Credentials)
    : SourceUnit(HintName, Context);

/// <summary>An option of a security scheme.</summary>
/// <param name="Property">The C# name.</param>
/// <param name="Kind">The type of the property.</param>
internal sealed record CredentialOption(string Property, CredentialKind Kind);

/// <summary>The readers of the bodies of webhooks and callbacks.</summary>
internal sealed record WebhooksUnit(string HintName, ClientContext Context, EquatableArray<WebhookModel> Webhooks)
    : SourceUnit(HintName, Context);
