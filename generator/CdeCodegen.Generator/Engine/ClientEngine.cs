using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering;
using CdeCodegen.Generator.Lowering.Operations;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Engine;

/// <summary>The generator without a compiler: text in, text out. No code below this class refers to Roslyn.</summary>
/// <remarks>
/// <see cref="Generate"/> and <see cref="GenerateProject"/> run all stages. A host with its own cache runs them one by one:
/// <see cref="ReferenceMetadata.Read"/>, <c>Lower</c>, <see cref="UnitBuckets"/> and <see cref="Print"/>; their results compare by value.
/// </remarks>
internal static class ClientEngine
{
    /// <summary>Generates the client of one document.</summary>
    /// <param name="path">The path of the document, for diagnostics and to tell JSON from YAML. The engine opens no file.</param>
    /// <param name="text">The text of the document; null if it could not be read.</param>
    /// <param name="files">The further files that references may reach. Nothing else is ever read.</param>
    /// <param name="metadata">Returns the value of a metadata name of the <c>OpenApiReference</c>, or null.</param>
    /// <param name="facts">The properties of the consuming project that the text depends on.</param>
    /// <param name="cancellation">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    public static GeneratedClient Generate(
        string path, string? text, IReadOnlyList<SpecFile> files, Func<string, string?> metadata, EmissionFacts facts, CancellationToken cancellation)
    {
        var reference = ReferenceMetadata.Read(path, metadata, rootNamespace: null);
        LoweredDocument document = Lower(new SpecFile(path, text), files, reference, cancellation);
        List<GeneratedFile> printed = [];
        List<DiagnosticInfo> diagnostics = [];
        PrintAll(document, facts, printed, diagnostics, cancellation);
        return new GeneratedClient(printed.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>Generates the clients of all documents of a project, with the same checks and files as the source generator.</summary>
    /// <param name="documents">The documents, in the order of the project.</param>
    /// <param name="facts">The properties of the project.</param>
    /// <param name="cancellation">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    public static GeneratedClient GenerateProject(IReadOnlyList<LoweredDocument> documents, ProjectFacts facts, CancellationToken cancellation)
    {
        List<ClientKey> keys = new(documents.Count);
        for (int i = 0; i < documents.Count; i++)
        {
            keys.Add(ClientKey.From(documents[i]));
        }

        var project = new ProjectContext(ClientList.From(keys), facts);
        List<GeneratedFile> printed = [];
        List<DiagnosticInfo> diagnostics = [];
        for (int i = 0; i < documents.Count; i++)
        {
            PrintAll(ClientValidation.Validate(documents[i], project), facts.Emission, printed, diagnostics, cancellation);
        }

        if (project.Clients.NeedsPolyfill && facts.Emission.Closed)
        {
            printed.Add(new GeneratedFile(ClosedTypePolyfill.HintName, ClosedTypePolyfill.Text, Problem: null));
        }

        return new GeneratedClient(printed.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>
    /// Reads, resolves and lowers a document in one step: the tree of nodes, the largest intermediate result, is unreachable when the step ends.
    /// </summary>
    /// <param name="main">The document.</param>
    /// <param name="others">The further files that references may reach.</param>
    /// <param name="reference">The validated metadata.</param>
    /// <param name="cancellation">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    public static LoweredDocument Lower(SpecFile main, IReadOnlyList<SpecFile> others, ReferenceMetadata reference, CancellationToken cancellation)
    {
        var files = new SpecFiles(main, others);
        var diagnostics = new DiagnosticBag(files);
        ClientModel? model = null;
        try
        {
            model = Lower(files, reference.Settings, diagnostics, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A defect of the generator must neither break the user's compilation nor go unnoticed.
            diagnostics.Report(Descriptors.InternalError, exception.GetType().Name, exception.Message);
        }

        var all = diagnostics.ToEquatableArray(reference.Settings.LowersWarnings);
        return new LoweredDocument(main.Path, model, reference.Problems.Count == 0 ? all : Concat(reference.Problems, all), reference.AddsPolyfill);
    }

    /// <summary>Prints one file. Internal errors are reported as CDE0012.</summary>
    public static GeneratedFile Print(SourceUnit unit, EmissionFacts facts)
    {
        try
        {
            return new GeneratedFile(unit.HintName, Emitter.Emit(unit, facts), Problem: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            string message = unit.HintName + ": " + exception.Message;
            return new GeneratedFile(unit.HintName, "", DiagnosticInfo.ForFile(Descriptors.InternalError, "", exception.GetType().Name, message));
        }
    }

    private static void PrintAll(
        LoweredDocument document, EmissionFacts facts, List<GeneratedFile> printed, List<DiagnosticInfo> diagnostics, CancellationToken cancellation)
    {
        diagnostics.AddRange(document.Diagnostics);
        if (document.Model is null)
        {
            return;
        }

        foreach (SourceUnit unit in SourceUnits.Of(document.Model))
        {
            cancellation.ThrowIfCancellationRequested();
            GeneratedFile file = Print(unit, facts);
            if (file.Problem is not null)
            {
                diagnostics.Add(file.Problem);
            }
            else if (file.Text.Length > 0)
            {
                printed.Add(file);
            }
        }
    }

    private static ClientModel? Lower(SpecFiles files, ClientSettings settings, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (files.Main.Open(start: 0, cancellation) is not { } tree)
        {
            diagnostics.Report(Descriptors.DocumentUnreadable, "the file cannot be opened as text");
            return null;
        }

        diagnostics.Report(files.Main, tree);
        var filter = new PathFilter(settings.IncludePaths, settings.ExcludePaths);
        return tree.Root is not null && OpenApiReader.Read(files, diagnostics, filter.Includes, cancellation) is { } api
            ? ClientLowering.Lower(api, settings, diagnostics, cancellation)
            : null;
    }

    private static EquatableArray<DiagnosticInfo> Concat(EquatableArray<DiagnosticInfo> first, EquatableArray<DiagnosticInfo> second)
    {
        var list = new List<DiagnosticInfo>(first.Count + second.Count);
        list.AddRange(first);
        list.AddRange(second);
        return list.ToEquatableArray();
    }
}
