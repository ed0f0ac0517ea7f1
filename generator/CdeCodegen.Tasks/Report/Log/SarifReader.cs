using System.Globalization;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Tasks.Report.Log;

/// <summary>Reads the compiler's log, in SARIF 2.1 or 1.0. A user's own <c>ErrorLog</c> may have either format.</summary>
internal static class SarifReader
{
    private const string Handling = "CDE1090";
    private const string MissingArm = "CDE1010";

    /// <returns>The log; null if the text is not one.</returns>
    public static CompilerLog? Read(string text, CancellationToken cancellation)
    {
        if (SpecReader.Read("log.json", text, cancellation).Root?["runs"] is not { Kind: SpecKind.Array } runs)
        {
            return null;
        }

        Dictionary<string, LoggedCall> calls = new(StringComparer.Ordinal);
        List<Position> suppressed = [];
        foreach (SpecNode run in runs.Items)
        {
            foreach (SpecNode result in run["results"]?.Items ?? [])
            {
                string id = result["ruleId"]?.Text ?? "";
                if (id == Handling)
                {
                    AddCall(calls, result);
                }
                else if (IsRule(id) && IsSuppressed(result) && Locate(result) is { } place)
                {
                    suppressed.Add(place with { IsSwitch = id == MissingArm });
                }
            }
        }

        List<LoggedCall> all = [.. calls.Values];
        foreach (LoggedCall call in all)
        {
            call.CatchAll.ExceptWith(call.Unhandled);
            call.Throws.ExceptWith(call.Unhandled);
            call.Throws.ExceptWith(call.CatchAll);
            call.Handled.ExceptWith(call.Unhandled);
            call.Handled.ExceptWith(call.CatchAll);
            call.Handled.ExceptWith(call.Throws);
            call.IsSuppressed = suppressed.Exists(place => place.Path == call.Path
                && (place.IsSwitch ? call.Switches.Contains(place.Line) : place.Line == call.Line && place.Column == call.Column));
        }

        all.Sort(static (a, b) => Compare(a, b));
        return new CompilerLog(all);
    }

    private static int Compare(LoggedCall a, LoggedCall b)
    {
        int order = string.CompareOrdinal(a.Path, b.Path);
        order = order != 0 ? order : a.Line.CompareTo(b.Line);
        order = order != 0 ? order : a.Column.CompareTo(b.Column);
        return order != 0 ? order : string.CompareOrdinal(a.Result, b.Result);
    }

    /// <summary>A call can have several entries: the items of a collection, and the lambda of a continuation, have their own.</summary>
    private static void AddCall(Dictionary<string, LoggedCall> calls, SpecNode result)
    {
        if (Locate(result) is not { } place || result["properties"]?["customProperties"] is not { } custom || custom["result"] is not { Text: { Length: > 0 } type })
        {
            return;
        }

        string key = place.Path + "|" + place.Line.ToString(CultureInfo.InvariantCulture) + "|" + place.Column.ToString(CultureInfo.InvariantCulture) + "|" + type;
        if (!calls.TryGetValue(key, out LoggedCall? call))
        {
            call = new LoggedCall(place.Path, place.Line, place.Column, type);
            calls.Add(key, call);
        }

        Add(call.Handled, custom["handled"]);
        Add(call.CatchAll, custom["catchAll"]);
        Add(call.Throws, custom["throws"]);
        Add(call.Unhandled, custom["unhandled"]);
        Add(call.Required, custom["required"]);
        call.IsDiscarded |= custom["discarded"]?.Text == "true";
        if (int.TryParse(custom["switch"]?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int line))
        {
            call.Switches.Add(line);
        }
    }

    private static void Add(HashSet<string> statuses, SpecNode? list)
    {
        foreach (string status in (list?.Text ?? "").Split(','))
        {
            if (status.Length > 0)
            {
                statuses.Add(status);
            }
        }
    }

    private static bool IsRule(string id) => id.Length == 7 && id.StartsWith("CDE10", StringComparison.Ordinal);

    private static bool IsSuppressed(SpecNode result) =>
        result["suppressions"] is { Count: > 0 } || result["suppressionStates"] is { Count: > 0 };

    private static Position? Locate(SpecNode result)
    {
        if (result["locations"] is not { Count: > 0 } locations)
        {
            return null;
        }

        SpecNode location = locations.Items[0];
        SpecNode? physical = location["physicalLocation"];
        string? uri = physical is null ? location["resultFile"]?["uri"]?.Text : physical["artifactLocation"]?["uri"]?.Text;
        SpecNode? region = physical is null ? location["resultFile"]?["region"] : physical["region"];
        return uri is null || region is null ? null : new Position(PathOf(uri), Number(region["startLine"]), Number(region["startColumn"]), IsSwitch: false);
    }

    private static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out Uri? absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);

    private static int Number(SpecNode? node) => int.TryParse(node?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : 1;

    private sealed record Position(string Path, int Line, int Column, bool IsSwitch);
}
