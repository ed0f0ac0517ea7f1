using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Engine;

/// <summary>The result of lowering a document. An edit that only moves text changes the positions in <paramref name="Diagnostics"/>, not the model.</summary>
/// <param name="Path">The path of the document.</param>
/// <param name="Model">The client; null if nothing can be generated.</param>
/// <param name="Diagnostics">The diagnostics of the document and its metadata.</param>
/// <param name="AddsPolyfill">Whether <see cref="ClosedTypePolyfill"/> belongs to the client's files.</param>
internal sealed record LoweredDocument(string Path, ClientModel? Model, EquatableArray<DiagnosticInfo> Diagnostics, bool AddsPolyfill)
{
    /// <summary>The full name of the client class; empty without a model.</summary>
    public string ClientName => Model is null ? "" : Model.Context.Namespace + "." + Model.Context.ClassName;
}
