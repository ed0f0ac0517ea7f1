using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Model;
using CdeCodegen.Tasks.Report.Log;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Makes the report of one document, except its changes.</summary>
/// <param name="places">Shows places.</param>
/// <param name="log">The calls of the project; null if they are not known.</param>
internal sealed class ClientReportBuilder(Places places, CompilerLog? log)
{
    /// <param name="document">The document as the engine understood it.</param>
    /// <param name="read">Returns the text of a file of the document, or null.</param>
    /// <param name="changes">What changed in the document.</param>
    public ClientReport Build(LoweredDocument document, Func<string, string?> read, ChangesReport changes)
    {
        List<ClientOperation> operations = document.Model is null ? [] : ClientOperations.Of(document.Model);
        List<OperationReport> rows = [];
        foreach (ClientOperation operation in operations)
        {
            rows.Add(Build(operation, document.Model!.Context.Namespace + "." + operation.Result.Name));
        }

        return new ClientReport
        {
            Document = places.Show(document.Path),
            Title = document.Model?.Client.Title is { Length: > 0 } title ? title : Path.GetFileName(document.Path),
            Version = document.Model?.Client.Version ?? "",
            ClientName = document.ClientName,
            Statuses = Statuses.Of(operations),
            Operations = rows,
            Types = document.Model is null ? [] : TypeReports.Of(document.Model, operations),
            Diagnostics = Build(document.Diagnostics, read),
            Changes = changes,
        };
    }

    /// <summary>The number of calls of each operation, by the full name of its result.</summary>
    public Dictionary<string, int> CountCalls()
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (LoggedCall call in log?.Calls ?? [])
        {
            counts[call.Result] = counts.TryGetValue(call.Result, out int count) ? count + 1 : 1;
        }

        return counts;
    }

    private OperationReport Build(ClientOperation operation, string result)
    {
        List<SiteReport> sites = [];
        foreach (LoggedCall call in log?.Calls ?? [])
        {
            if (call.Result == result)
            {
                List<(string Status, ResponseState State)> states = [];
                foreach (ResultCaseModel response in operation.Result.Cases)
                {
                    string status = Statuses.Of(response);
                    states.Add((status, ResponseStates.Of(call, status, response.IsSuccess)));
                }

                sites.Add(new SiteReport(places.Of(call.Path, call.Line, call.Column), states));
            }
        }

        List<ResponseReport> responses = [];
        foreach (ResultCaseModel response in operation.Result.Cases)
        {
            string status = Statuses.Of(response);
            (ResponseState state, SiteReport? site) = ResponseStates.Worst(sites, status);
            responses.Add(new ResponseReport(status, response.Name, TypeText.Of(response.Body), response.IsSuccess, state, site));
        }

        return new OperationReport
        {
            HttpMethod = operation.Operation.HttpMethod,
            Path = operation.Result.Template,
            AsksFor = operation.Operation.AsksFor,
            Name = operation.Result.OperationName,
            Call = operation.Call,
            Summary = operation.Operation.Doc.Summary,
            IsDeprecated = operation.Operation.Doc.IsDeprecated,
            Responses = responses,
            Sites = sites,
        };
    }

    private List<DiagnosticReport> Build(IReadOnlyList<DiagnosticInfo> diagnostics, Func<string, string?> read)
    {
        Dictionary<string, Excerpts> excerpts = new(StringComparer.Ordinal);
        List<DiagnosticReport> reports = [];
        for (int i = 0; i < diagnostics.Count; i++)
        {
            DiagnosticInfo info = diagnostics[i];
            if (!excerpts.TryGetValue(info.Path, out Excerpts? text))
            {
                text = new Excerpts(read(info.Path) ?? "");
                excerpts.Add(info.Path, text);
            }

            TextPosition start = info.Lines.Start;
            bool isPlaced = info.End > 0 || info.Start > 0;
            int end = info.Lines.End.Line == start.Line ? info.Lines.End.Character : int.MaxValue;
            reports.Add(new DiagnosticReport
            {
                Id = info.Descriptor.Id,
                Severity = info.Severity.ToString().ToLowerInvariant(),
                Message = info.Message,
                Place = places.Of(info.Path, start.Line + 1, start.Character + 1),
                Excerpt = isPlaced ? text.Of(start.Line, start.Character, end) : [],
            });
        }

        return reports;
    }
}
