using CdeCodegen.Tasks.Documents;
using CdeCodegen.Tasks.Report;
using CdeCodegen.Tasks.Report.Changes;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Log;
using CdeCodegen.Tasks.Report.Printing;
using Microsoft.Build.Framework;

namespace CdeCodegen.Tasks;

/// <summary>Writes the page that shows what the code of a project does with each documented response, in a build with <c>CdeCodegenReport</c>.</summary>
public sealed class WriteReport : DocumentTask
{
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

    private protected override void Run()
    {
        List<ReportDocument> documents = [];
        foreach (ITaskItem item in Documents)
        {
            documents.Add(new ReportDocument(item.ItemSpec, FilesOf(item.ItemSpec), ReferenceOf(item)));
        }

        CompilerLog? log = ReadLog(out string? problem);
        var builder = new ReportBuilder(
            new Places(Path.GetFullPath(ProjectFolder), LinkTemplate?.Trim() ?? ""), log, new DocumentHistory(Commit.Trim()), Cancellation);
        string page = ReportPage.Print(builder.Build(ProjectName, problem, documents));
        string file = Path.GetFullPath(OutputFile);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        OutputFolder.WriteIfDifferent(file, page);
        Log.LogMessage(MessageImportance.High, "{0} -> {1}", ProjectName, file);
    }

    private CompilerLog? ReadLog(out string? problem)
    {
        // "log.sarif,version=2.1": the compiler also accepts a semicolon.
        string path = (ErrorLog ?? "").Split(',', ';')[0].Trim();
        string? text = path.Length == 0 ? null : DocumentText.Read(Path.Combine(ProjectFolder, path));
        CompilerLog? log = text is null ? null : SarifReader.Read(text, Cancellation);
        problem = log is not null ? null
            : text is null ? "The calls of the project are not known: the compiler wrote no log."
            : "The calls of the project are not known: the compiler's log cannot be read.";
        return log;
    }
}
