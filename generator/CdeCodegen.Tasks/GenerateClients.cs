using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Tasks.Documents;
using Microsoft.Build.Framework;

namespace CdeCodegen.Tasks;

/// <summary>
/// Writes the clients of all documents with <c>Emit="Files"</c> to a folder: the same files, with the same text, as the source generator adds to the
/// compilation. Files that have not changed keep their time, and files of what is gone are removed.
/// </summary>
public sealed class GenerateClients : DocumentTask
{
    /// <summary>The folder to write to.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The file that gets the warnings and errors. It is removed if there are none.</summary>
    [Required]
    public string DiagnosticsFile { get; set; } = "";

    /// <summary>The file whose time is that of the last successful run.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>The folder of the pages about diagnostics, with ^ and | for # and ;.</summary>
    public string Pages { get; set; } = "";

    /// <summary>The project's <c>LangVersion</c>.</summary>
    public string? LangVersion { get; set; }

    /// <summary>The newest C# version of the compiler.</summary>
    public string? NewestLangVersion { get; set; }

    /// <summary>The compiler's version, <c>roslyn4.8</c> for example.</summary>
    public string? CompilerApiVersion { get; set; }

    /// <summary>Whether the project references CdeCodegen.Runtime.</summary>
    public bool HasRuntime { get; set; }

    /// <summary>Whether the project references Microsoft.Extensions.Http.</summary>
    public bool HasHttpFactory { get; set; }

    /// <summary>The project's <c>NoWarn</c>.</summary>
    public string? NoWarn { get; set; }

    /// <summary>The project's <c>WarningsAsErrors</c>.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>The project's <c>WarningsNotAsErrors</c>.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>The project's <c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The project's configuration files. Global ones can change the severities of diagnostics.</summary>
    public ITaskItem[] ConfigFiles { get; set; } = [];

    private protected override void Run()
    {
        Directory.CreateDirectory(OutputFolder);
        var facts = ProjectFacts.From(
            LanguageVersions.Parse(LangVersion, NewestLangVersion), LanguageVersions.Compiler(CompilerApiVersion), HasRuntime, HasHttpFactory);
        List<LoweredDocument> documents = [];
        foreach (ITaskItem item in Documents)
        {
            documents.Add(Lower(item));
        }

        GeneratedClient client = ClientEngine.GenerateProject(documents, facts, Cancellation);
        var folder = new OutputFolder(Path.GetFullPath(OutputFolder));
        foreach (GeneratedFile file in client.Files)
        {
            folder.Write(file.HintName, file.Text);
        }

        folder.RemoveOthers();
        WriteDiagnostics(client.Diagnostics);
        Tasks.OutputFolder.Retry(() => File.WriteAllText(StampFile, ""));
    }

    private LoweredDocument Lower(ITaskItem item)
    {
        string path = item.ItemSpec;
        List<SpecFile> files = FilesOf(path).ConvertAll(static file => new SpecFile(file, () => DocumentText.Read(file)));
        return ClientEngine.Lower(new SpecFile(path, () => DocumentText.Read(path)), files, ReferenceOf(item), Cancellation);
    }

    private void WriteDiagnostics(IReadOnlyList<DiagnosticInfo> diagnostics)
    {
        var config = new GlobalConfig();
        foreach (ITaskItem file in ConfigFiles)
        {
            if (DocumentText.Read(file.ItemSpec) is { } text)
            {
                config.Add(file.ItemSpec, text);
            }
        }

        var rules = new SeverityRules(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors, config);
        List<ReportedDiagnostic> reported = [];
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            if (rules.Of(diagnostic.Descriptor with { Severity = diagnostic.Severity }) is { } severity and not Severity.Info)
            {
                reported.Add(ReportedDiagnostic.From(diagnostic, severity == Severity.Error, Pages));
            }
        }

        if (reported.Count > 0)
        {
            Tasks.OutputFolder.WriteIfDifferent(DiagnosticsFile, ReportedDiagnostic.Write(reported));
        }
        else
        {
            Tasks.OutputFolder.Retry(() => File.Delete(DiagnosticsFile));
        }
    }
}
