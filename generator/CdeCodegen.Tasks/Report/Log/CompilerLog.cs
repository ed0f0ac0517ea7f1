namespace CdeCodegen.Tasks.Report.Log;

/// <summary>What the analyzer told about the project's calls, from the log of the compiler.</summary>
/// <param name="Calls">One entry for each call of an operation, ordered by place.</param>
internal sealed record CompilerLog(IReadOnlyList<LoggedCall> Calls);

/// <summary>A call of an operation, as CDE1090 describes it. A status is in one set only.</summary>
internal sealed class LoggedCall(string path, int line, int column, string result)
{
    public string Path { get; } = path;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>The full name of the result type.</summary>
    public string Result { get; } = result;

    public HashSet<string> Handled { get; } = new(StringComparer.Ordinal);

    public HashSet<string> CatchAll { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Throws { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Unhandled { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The lines of switches that have no arm for an unhandled status.</summary>
    public HashSet<int> Switches { get; } = [];

    public bool IsDiscarded { get; set; }

    /// <summary>Whether the source suppresses what the rules say about the call.</summary>
    public bool IsSuppressed { get; set; }
}
