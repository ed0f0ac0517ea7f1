using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Pipeline;
using CdeCodegen.Generator.Units;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator;

/// <summary>
/// The incremental source generator. It turns every <c>AdditionalFiles</c> item that comes from an <c>OpenApiReference</c> into a client.
/// </summary>
/// <remarks>
/// The driver stops at the first step whose result is unchanged: the text of a document, its lowered model, or a printed unit. A C# edit changes none
/// of the inputs. Only diagnostics carry positions, so an edit of white space stops at the model.
/// <para>
/// Steps exchange objects, never structs: the driver is generic, and the just-in-time compiler builds about a hundred of its methods for every struct,
/// in every build, before the first document is read. For the same reason at most two values are combined at a time.
/// </para>
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpecText> texts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SpecText.Read(pair.Left, pair.Right, cancellation)!)
            .Where(static text => text is not null);

        IncrementalValueProvider<SpecFileList> files = texts
            .Where(static text => text.Documents.Length > 0)
            .Collect()
            .Select(static (files, _) => SpecFileList.From(files));

        IncrementalValuesProvider<SpecText> documents = texts
            .Where(static text => text.Metadata is not null)
            .Combine(files)
            .Select(static (pair, _) => pair.Left.With(pair.Right))
            .WithComparer(SpecTextComparer.Instance)
            .WithTrackingName(TrackingNames.Documents);

        IncrementalValuesProvider<LoweredDocument> lowered = documents
            .Select(static (document, cancellation) => document.Lower(cancellation))
            .WithTrackingName(TrackingNames.Lower);

        IncrementalValueProvider<ProjectFacts> project = context.MetadataReferencesProvider
            .Select(static (reference, _) => RoslynFacts.RelevantName(reference))
            .Collect()
            .Select(static (names, _) => ReferenceNames.From(names))
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => RoslynFacts.From(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Project);

        IncrementalValueProvider<ClientList> clients = lowered
            .Select(static (document, _) => ClientKey.From(document))
            .Collect()
            .Select(static (keys, _) => ClientList.From(keys))
            .WithTrackingName(TrackingNames.Clients);

        IncrementalValueProvider<ProjectContext> projectContext = clients
            .Combine(project)
            .Select(static (pair, _) => new ProjectContext(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.ProjectContext);

        IncrementalValuesProvider<LoweredDocument> validated = lowered
            .Combine(projectContext)
            .Select(static (input, _) => ClientValidation.Validate(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Validation);

        IncrementalValuesProvider<SourceUnit> units = validated
            .Select(static (document, _) => document.Model)
            .WithTrackingName(TrackingNames.Model)
            .SelectMany(static (model, _) => UnitBuckets.Of(model))
            .SelectMany(static (bucket, _) => bucket.Units)
            .WithTrackingName(TrackingNames.Units);

        IncrementalValueProvider<string> pages = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(DiagnosticPages.FolderProperty, out string? folder) ? folder : "");

        IncrementalValueProvider<OutputFacts> facts = project
            .Combine(pages)
            .Select(static (pair, _) => new OutputFacts(pair.Left.Emission, pair.Right))
            .WithTrackingName(TrackingNames.Facts);

        context.RegisterSourceOutput(units.Combine(facts), static (output, input) => Output.AddUnit(output, input.Left, input.Right));

        context.RegisterSourceOutput(projectContext, static (output, context) => Output.AddPolyfill(output, context));

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = validated
            .SelectMany(static (document, _) => document.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(
            diagnostics.Combine(pages), static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));

        ReportUnseenTypes(context, validated, pages);
    }

    /// <summary>The only step that looks at C# code. It does nothing in a project without documents.</summary>
    private static void ReportUnseenTypes(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<LoweredDocument> documents, IncrementalValueProvider<string> pages)
    {
        IncrementalValuesProvider<DiagnosticInfo> unseen = documents
            .Collect()
            .Select(static (all, _) => ClientTypes.From(all))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => pair.Left.With(pair.Right.GlobalOptions))
            .Combine(context.CompilationProvider)
            .SelectMany(static (pair, cancellation) => UnseenTypes.Find(pair.Left, pair.Right, cancellation));

        context.RegisterSourceOutput(unseen.Combine(pages), static (output, pair) => output.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));
    }
}
