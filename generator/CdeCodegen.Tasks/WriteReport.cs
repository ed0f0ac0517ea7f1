using System.Runtime.CompilerServices;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Tasks.Documents;
using CdeCodegen.Tasks.Report;
using CdeCodegen.Tasks.Report.Changes;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Log;
using CdeCodegen.Tasks.Report.Printing;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace CdeCodegen.Tasks;

/// <summary>Writes the page that shows what the code of a project does with each documented response, in a build with <c>CdeCodegenReport</c>.</summary>
public sealed class WriteReport : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The documents, with the metadata of their <c>OpenApiReference</c>.</summary>
    [Required]
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>The further files; the metadata <c>CdeCodegenDocument</c> names the documents that may use them.</summary>
    public ITaskItem[] DocumentFiles { get; set; } = [];

    /// <summary>The name of the project.</summary>
    [Required]
    public string ProjectName { get; set; } = "";

    /// <summary>The full path of the project's folder.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>The project's <c>ErrorLog</c>: the path of the compiler's log, which a version may follow.</summary>
    public string? ErrorLog { get; set; }

    /// <summary>The page to write.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>The commit whose documents are compared with those of the project.</summary>
    public string Commit { get; set; } = "HEAD";

    /// <summary>The address of a source line; empty for local files.</summary>
    public string? LinkTemplate { get; set; }

    /// <summary>The path of the generator's assembly.</summary>
    [Required]
    public string GeneratorAssembly { get; set; } = "";

    /// <summary>The project's root namespace.</summary>
    public string? RootNamespace { get; set; }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        EngineAssembly.Use(GeneratorAssembly);
        try
        {
            Run();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogErrorFromException(exception, showStackTrace: false, showDetail: true, file: null);
        }

        return !Log.HasLoggedErrors;
    }

    // A method of its own: the just-in-time compiler loads the engine for it, which Execute has made possible by then.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Run()
    {
        List<ReportDocument> documents = [];
        foreach (ITaskItem item in Documents)
        {
            documents.Add(Describe(item));
        }

        CompilerLog? log = ReadLog(out string? problem);
        var builder = new ReportBuilder(
            new Places(Path.GetFullPath(ProjectFolder), LinkTemplate?.Trim() ?? ""), log, new DocumentHistory(Commit.Trim()), _cancellation.Token);
        string page = ReportPage.Print(builder.Build(ProjectName, problem, documents));
        string file = Path.GetFullPath(OutputFile);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        OutputFolder.WriteIfDifferent(file, page);
        Log.LogMessage(MessageImportance.High, "{0} -> {1}", ProjectName, file);
    }

    private ReportDocument Describe(ITaskItem item)
    {
        string path = item.ItemSpec;
        List<string> files = [];
        foreach (ITaskItem file in DocumentFiles)
        {
            if (file.ItemSpec != path && FileOwners.Contain(file.GetMetadata("CdeCodegenDocument"), path))
            {
                files.Add(file.ItemSpec);
            }
        }

        var reference = ReferenceMetadata.Read(path, item.GetMetadata, string.IsNullOrWhiteSpace(RootNamespace) ? null : RootNamespace!.Trim());
        return new ReportDocument(path, files, reference);
    }

    private CompilerLog? ReadLog(out string? problem)
    {
        // "log.sarif,version=2.1": the compiler also accepts a semicolon.
        string path = (ErrorLog ?? "").Split(',', ';')[0].Trim();
        string? text = path.Length == 0 ? null : DocumentText.Read(Path.Combine(ProjectFolder, path));
        CompilerLog? log = text is null ? null : SarifReader.Read(text, _cancellation.Token);
        problem = log is not null ? null
            : text is null ? "The calls of the project are not known: the compiler wrote no log."
            : "The calls of the project are not known: the compiler's log cannot be read.";
        return log;
    }
}
