using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Pipeline;
using CdeCodegen.Generator.Units;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator;

/// <summary>
/// The incremental source generator: every <c>AdditionalFiles</c> item that an <c>OpenApiReference</c> has put there becomes a client.
/// </summary>
/// <remarks>
/// What is compared, and so where an edit stops: the document's text (A), the lowered model (B), each printed unit (C). A C# edit changes
/// none of the inputs. Positions are in the diagnostics only, so moved white space ends at B.
/// <para>
/// What flows between the steps are objects, never structs: the driver is generic, and the just-in-time compiler makes some hundred methods of it
/// anew for every struct, in every build, before the first document is read. For the same reason no more than two of them are combined at a time.
/// </para>
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpecText> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SpecText.Read(pair.Left, pair.Right, cancellation)!)
            .Where(static document => document is not null)
            .WithComparer(SpecTextComparer.Instance)
            .WithTrackingName(TrackingNames.Documents);

        IncrementalValuesProvider<LoweredDocument> lowered = documents
            .Select(static (document, cancellation) => DocumentLowering.Lower(document, cancellation))
            .WithTrackingName(TrackingNames.Lower);

        IncrementalValueProvider<ProjectFacts> project = context.MetadataReferencesProvider
            .Select(static (reference, _) => ProjectFacts.Relevant(reference))
            .Collect()
            .Select(static (names, _) => ReferenceNames.Of(names))
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => ProjectFacts.Of(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Project);

        IncrementalValueProvider<ClientList> clients = lowered
            .Select(static (document, _) => document.Key)
            .Collect()
            .Select(static (keys, _) => ClientList.Of(keys))
            .WithTrackingName(TrackingNames.Clients);

        IncrementalValueProvider<Surroundings> surroundings = clients
            .Combine(project)
            .Select(static (pair, _) => new Surroundings(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Surroundings);

        IncrementalValuesProvider<LoweredDocument> admitted = lowered
            .Combine(surroundings)
            .Select(static (input, _) => Admission.Decide(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Admission);

        IncrementalValuesProvider<SourceUnit> units = admitted
            .Select(static (document, _) => document.Model)
            .WithTrackingName(TrackingNames.Model)
            .SelectMany(static (model, _) => UnitBuckets.Of(model))
            .SelectMany(static (bucket, _) => bucket.Units)
            .WithTrackingName(TrackingNames.Units);

        IncrementalValueProvider<EmissionFacts> facts = project
            .Select(static (facts, _) => facts.Emission)
            .WithTrackingName(TrackingNames.Facts);

        context.RegisterSourceOutput(units.Combine(facts), static (output, input) => Output.Print(output, input.Left, input.Right));

        context.RegisterSourceOutput(surroundings, static (output, surroundings) => Output.PrintPolyfill(output, surroundings));

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = admitted
            .SelectMany(static (document, _) => document.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
