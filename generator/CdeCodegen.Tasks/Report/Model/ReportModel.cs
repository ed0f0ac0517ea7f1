namespace CdeCodegen.Tasks.Report.Model;

/// <summary>Everything that a report shows, decided: the printer only prints.</summary>
/// <param name="Project">The name of the project.</param>
/// <param name="LogProblem">Why the report knows no calls; null if it read the compiler's log.</param>
/// <param name="Clients">One entry for each document.</param>
internal sealed record ReportModel(string Project, string? LogProblem, IReadOnlyList<ClientReport> Clients);

/// <summary>One document and what the project does with its client.</summary>
internal sealed record ClientReport
{
    /// <summary>The path of the document as shown: relative to the project if it is below its folder.</summary>
    public required string Document { get; init; }

    /// <summary>The title of the API; the file name if no client is generated.</summary>
    public required string Title { get; init; }

    /// <summary>The version of the API; empty if no client is generated.</summary>
    public required string Version { get; init; }

    /// <summary>The full name of the client class; empty if no client is generated.</summary>
    public required string ClientName { get; init; }

    /// <summary>The documented statuses of all operations, the columns of the table.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

    public required IReadOnlyList<OperationReport> Operations { get; init; }

    public required IReadOnlyList<TypeReport> Types { get; init; }

    public required IReadOnlyList<DiagnosticReport> Diagnostics { get; init; }

    public required ChangesReport Changes { get; init; }
}

/// <summary>A row of the table.</summary>
internal sealed record OperationReport
{
    public required string HttpMethod { get; init; }

    /// <summary>The path as the document writes it.</summary>
    public required string Path { get; init; }

    /// <summary>The media type that this method asks for in place of the preferred one; null for the preferred one.</summary>
    public string? AsksFor { get; init; }

    /// <summary>The operation in texts: its <c>operationId</c>, or method and path.</summary>
    public required string Name { get; init; }

    /// <summary>How C# calls the operation, from the client on.</summary>
    public required string Call { get; init; }

    public string? Summary { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The documented responses, in the order of the document.</summary>
    public required IReadOnlyList<ResponseReport> Responses { get; init; }

    /// <summary>The calls in the project, ordered by place.</summary>
    public required IReadOnlyList<SiteReport> Sites { get; init; }
}

/// <summary>A documented response of an operation.</summary>
/// <param name="Status"><c>404</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Name">The C# name of its case.</param>
/// <param name="Body">The C# type of its body; null without one.</param>
/// <param name="IsSuccess">Whether it is a success.</param>
/// <param name="State">What the project does with it.</param>
/// <param name="Site">The call that the state comes from; null if there is none.</param>
internal sealed record ResponseReport(string Status, string Name, string? Body, bool IsSuccess, ResponseState State, SiteReport? Site);

/// <summary>A call of an operation.</summary>
/// <param name="Place">The place of the call.</param>
/// <param name="Responses">What happens to each documented status.</param>
internal sealed record SiteReport(Place Place, IReadOnlyList<(string Status, ResponseState State)> Responses);

/// <summary>A place in a file.</summary>
/// <param name="Shown">The path as shown.</param>
/// <param name="Link">The address of the file at the line; null without a link.</param>
/// <param name="Line">The line, counted from 1.</param>
internal sealed record Place(string Shown, string? Link, int Line)
{
    public string Text => Shown + ":" + Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A generated model.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Summary">The document's description, or null.</param>
/// <param name="Members">Its members, values or alternatives.</param>
/// <param name="UsedBy">The names of the operations whose parameters, bodies or responses contain it.</param>
internal sealed record TypeReport(string Name, string Kind, string? Summary, IReadOnlyList<MemberReport> Members, IReadOnlyList<string> UsedBy);

/// <summary>A member of a model.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name or the value in JSON.</param>
/// <param name="Type">The C# type; empty for a value of an enumeration.</param>
/// <param name="Note">What else is to be known, <c>required</c> for example; empty for nothing.</param>
internal sealed record MemberReport(string Name, string WireName, string Type, string Note);

/// <summary>A diagnostic of the document.</summary>
internal sealed record DiagnosticReport
{
    public required string Id { get; init; }

    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public required string Severity { get; init; }

    public required string Message { get; init; }

    public required Place Place { get; init; }

    /// <summary>The lines around the position; empty for a diagnostic of the whole document.</summary>
    public required IReadOnlyList<ExcerptLine> Excerpt { get; init; }
}

/// <summary>A line of a document.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Before">The text before the marked part, or all of it.</param>
/// <param name="Marked">The marked part; empty on a line without one.</param>
/// <param name="After">The text after the marked part.</param>
/// <param name="IsMarked">Whether the diagnostic is about this line.</param>
internal sealed record ExcerptLine(int Number, string Before, string Marked, string After, bool IsMarked);

/// <summary>What changed in the document since a commit.</summary>
/// <param name="Absence">Why there is nothing to compare with; null if there is.</param>
/// <param name="Base">The commit.</param>
/// <param name="Changes">The changes, breaking ones first.</param>
internal sealed record ChangesReport(string? Absence, string Base, IReadOnlyList<ChangeReport> Changes);

/// <summary>How a change looks.</summary>
internal enum ChangeKind : byte
{
    Gained,
    Lost,
    Changed,
}

/// <summary>One change of the client.</summary>
/// <param name="Kind">Whether something is new, gone or different.</param>
/// <param name="Subject">What has changed: an operation or a model.</param>
/// <param name="Text">The change.</param>
/// <param name="Breaks">Why code that uses the client can stop to compile or to work; null if it cannot.</param>
/// <param name="Calls">The number of calls of the operation in the project; -1 for a change of a model.</param>
internal sealed record ChangeReport(ChangeKind Kind, string Subject, string Text, string? Breaks, int Calls);
