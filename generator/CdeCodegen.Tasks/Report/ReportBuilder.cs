using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Tasks.Documents;
using CdeCodegen.Tasks.Report.Changes;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Log;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report;

/// <summary>A document of the project.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Files">The full paths of the further files that its references may reach.</param>
/// <param name="Reference">The metadata of its <c>OpenApiReference</c>.</param>
internal sealed record ReportDocument(string Path, IReadOnlyList<string> Files, ReferenceMetadata Reference);

/// <summary>Makes the report of a project from its documents, the log of the compiler, and the documents of a commit.</summary>
/// <param name="places">Shows places.</param>
/// <param name="log">The calls of the project; null if they are not known.</param>
/// <param name="history">The documents of a commit.</param>
/// <param name="cancellation">Stops the work with an <see cref="OperationCanceledException"/>.</param>
internal sealed class ReportBuilder(Places places, CompilerLog? log, DocumentHistory history, CancellationToken cancellation)
{
    private readonly ClientReportBuilder _clients = new(places, log);

    /// <param name="project">The name of the project.</param>
    /// <param name="logProblem">Why the calls are not known; null if they are.</param>
    /// <param name="documents">The documents, in the order of the project.</param>
    public ReportModel Build(string project, string? logProblem, IReadOnlyList<ReportDocument> documents)
    {
        List<ClientReport> clients = [];
        for (int i = 0; i < documents.Count; i++)
        {
            clients.Add(Build(documents[i]));
        }

        return new ReportModel(project, logProblem, clients);
    }

    private ClientReport Build(ReportDocument document)
    {
        LoweredDocument now = Lower(document, DocumentText.Read);
        return _clients.Build(now, DocumentText.Read, Compare(document, now));
    }

    private ChangesReport Compare(ReportDocument document, LoweredDocument now)
    {
        byte[]? committed = history.Read(document.Path, out string? problem);
        if (committed is null)
        {
            return new ChangesReport(problem, "", []);
        }

        string commit = history.Describe(document.Path);
        LoweredDocument before = Lower(document, path => path == document.Path
            ? DocumentText.Decode(committed)
            : history.Read(path, out _) is { } file ? DocumentText.Decode(file) : null);
        return before.Model is null ? new ChangesReport($"no client can be generated from the document of {commit}", commit, [])
            : now.Model is null ? new ChangesReport("no client can be generated from the document as it is", commit, [])
            : new ChangesReport(Absence: null, commit, ClientComparison.Compare(before.Model, now.Model, _clients.CountCalls()));
    }

    private LoweredDocument Lower(ReportDocument document, Func<string, string?> read)
    {
        List<SpecFile> files = [];
        for (int i = 0; i < document.Files.Count; i++)
        {
            string path = document.Files[i];
            files.Add(new SpecFile(path, () => read(path)));
        }

        return ClientEngine.Lower(new SpecFile(document.Path, () => read(document.Path)), files, document.Reference, cancellation);
    }
}
