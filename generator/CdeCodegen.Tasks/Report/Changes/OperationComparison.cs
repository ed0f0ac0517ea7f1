using CdeCodegen.Generator.Model;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Changes;

/// <summary>Compares an operation before and after a change.</summary>
internal sealed class OperationComparison
{
    private const string NoLongerCompiles = "calls do not compile";

    private readonly ClientOperation _before;
    private readonly ClientOperation _after;
    private readonly int _calls;
    private readonly List<ChangeReport> _changes;

    private OperationComparison(ClientOperation before, ClientOperation after, int calls, List<ChangeReport> changes)
    {
        _before = before;
        _after = after;
        _calls = calls;
        _changes = changes;
    }

    public static void Compare(ClientOperation before, ClientOperation after, int calls, List<ChangeReport> changes)
    {
        var comparison = new OperationComparison(before, after, calls, changes);
        comparison.CompareNames();
        comparison.CompareParameters();
        comparison.CompareQuery();
        comparison.CompareBody();
        comparison.CompareResponses();
    }

    private void CompareNames()
    {
        if (_before.Call != _after.Call)
        {
            Add(ChangeKind.Changed, $"{_before.Call} is now {_after.Call}", NoLongerCompiles);
        }

        if (_before.Result.Name != _after.Result.Name)
        {
            Add(ChangeKind.Changed, $"{_before.Result.Name} is now {_after.Result.Name}", "code that names the result does not compile");
        }

        for (int i = 0; i < Math.Min(_before.Values.Count, _after.Values.Count); i++)
        {
            CompareType("path value " + _after.Values[i].WireName, TypeText.Of(_before.Values[i].Type), TypeText.Of(_after.Values[i].Type));
        }
    }

    private void CompareParameters()
    {
        Dictionary<string, ParameterModel> old = ByName(_before.Operation.Parameters);
        foreach (ParameterModel parameter in _after.Operation.Parameters)
        {
            string key = Key(parameter);
            if (old.TryGetValue(key, out ParameterModel? earlier))
            {
                old.Remove(key);
                CompareType("required parameter " + parameter.WireName, TypeText.Of(earlier.Type), TypeText.Of(parameter.Type));
            }
            else
            {
                Add(ChangeKind.Gained, $"required {Place(parameter)} parameter {parameter.WireName}: {TypeText.Of(parameter.Type)}", NoLongerCompiles);
            }
        }

        foreach (ParameterModel parameter in old.Values)
        {
            Add(ChangeKind.Lost, $"required {Place(parameter)} parameter {parameter.WireName}", NoLongerCompiles);
        }
    }

    private void CompareQuery()
    {
        Dictionary<string, ParameterModel> old = _before.Operation.QueryClass is { } query ? ByName(query.Properties) : [];
        IReadOnlyList<ParameterModel> now = _after.Operation.QueryClass is { } current ? current.Properties : [];
        for (int i = 0; i < now.Count; i++)
        {
            string key = Key(now[i]);
            if (old.TryGetValue(key, out ParameterModel? earlier))
            {
                old.Remove(key);
                CompareType("optional parameter " + now[i].WireName, TypeText.Of(earlier.Type), TypeText.Of(now[i].Type));
            }
            else
            {
                Add(ChangeKind.Gained, $"optional {Place(now[i])} parameter {now[i].WireName}: {TypeText.Of(now[i].Type)}", breaks: null);
            }
        }

        foreach (ParameterModel parameter in old.Values)
        {
            Add(ChangeKind.Lost, $"optional {Place(parameter)} parameter {parameter.WireName}", "code that sets it does not compile");
        }
    }

    private void CompareBody()
    {
        string? before = TypeText.Of(_before.Operation.Body);
        string? after = TypeText.Of(_after.Operation.Body);
        if (before is null && after is null)
        {
            return;
        }

        if (before is null)
        {
            Add(ChangeKind.Gained, "request body: " + after, _after.Operation.Body!.IsRequired ? NoLongerCompiles : null);
        }
        else if (after is null)
        {
            Add(ChangeKind.Lost, "request body: " + before, NoLongerCompiles);
        }
        else
        {
            CompareType("request body", before, after);
            if (_before.Operation.Body!.IsRequired != _after.Operation.Body!.IsRequired)
            {
                bool isRequired = _after.Operation.Body.IsRequired;
                Add(ChangeKind.Changed, "the request body is now " + (isRequired ? "required" : "optional"), isRequired ? "calls without a body do not compile" : null);
            }
        }
    }

    private void CompareResponses()
    {
        Dictionary<string, ResultCaseModel> old = new(StringComparer.Ordinal);
        foreach (ResultCaseModel response in _before.Result.Cases)
        {
            old[Statuses.Of(response)] = response;
        }

        foreach (ResultCaseModel response in _after.Result.Cases)
        {
            string status = Statuses.Of(response);
            if (!old.TryGetValue(status, out ResultCaseModel? earlier))
            {
                Add(ChangeKind.Gained, $"status {status} {response.Name}", "switches without an arm for it are reported, and throw");
                continue;
            }

            old.Remove(status);
            if (earlier.Name != response.Name)
            {
                Add(ChangeKind.Changed, $"the case of status {status} was {earlier.Name} and is now {response.Name}", "code that names the case does not compile");
            }

            CompareType($"body of {status} {response.Name}", TypeText.Of(earlier.Body) ?? "none", TypeText.Of(response.Body) ?? "none");
            CompareHeaders(status, earlier, response);
        }

        foreach (ResultCaseModel response in old.Values)
        {
            Add(ChangeKind.Lost, $"status {Statuses.Of(response)} {response.Name}", "code that names the case does not compile");
        }
    }

    private void CompareHeaders(string status, ResultCaseModel before, ResultCaseModel after)
    {
        Dictionary<string, ResponseHeaderModel> old = new(StringComparer.OrdinalIgnoreCase);
        foreach (ResponseHeaderModel header in before.Headers)
        {
            old[header.WireName] = header;
        }

        foreach (ResponseHeaderModel header in after.Headers)
        {
            if (old.TryGetValue(header.WireName, out ResponseHeaderModel? earlier))
            {
                old.Remove(header.WireName);
                CompareType($"header {header.WireName} of {status}", TypeText.Of(earlier.Type), TypeText.Of(header.Type));
            }
            else
            {
                Add(ChangeKind.Gained, $"header {header.WireName} of {status}", breaks: null);
            }
        }

        foreach (ResponseHeaderModel header in old.Values)
        {
            Add(ChangeKind.Lost, $"header {header.WireName} of {status}", "code that reads it does not compile");
        }
    }

    private void CompareType(string what, string before, string after)
    {
        if (before != after)
        {
            Add(ChangeKind.Changed, $"{what}: {before} is now {after}", "code that uses the old type does not compile");
        }
    }

    private void Add(ChangeKind kind, string text, string? breaks) => _changes.Add(new ChangeReport(kind, _after.Key, text, breaks, _calls));

    private static Dictionary<string, ParameterModel> ByName(IReadOnlyList<ParameterModel> parameters)
    {
        Dictionary<string, ParameterModel> byName = new(StringComparer.Ordinal);
        for (int i = 0; i < parameters.Count; i++)
        {
            byName[Key(parameters[i])] = parameters[i];
        }

        return byName;
    }

    private static string Key(ParameterModel parameter) => Place(parameter) + " " + parameter.WireName;

    private static string Place(ParameterModel parameter) => parameter.Place switch
    {
        ParameterPlace.Header => "header",
        ParameterPlace.Cookie => "cookie",
        ParameterPlace.QueryString => "querystring",
        _ => "query",
    };
}
