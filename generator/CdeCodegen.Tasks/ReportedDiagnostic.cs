using System.Globalization;
using System.Text;
using CdeCodegen.Generator;
using CdeCodegen.Generator.Diagnostics;
using Microsoft.Build.Utilities;

namespace CdeCodegen.Tasks;

/// <summary>
/// A warning or an error about a document. Builds that do not generate report it again from a file, because a warning must not disappear while its
/// cause remains.
/// </summary>
internal sealed record ReportedDiagnostic(
    bool IsError, string Id, string HelpLink, string Path, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    private const int Fields = 9;

    public static ReportedDiagnostic From(DiagnosticInfo info, bool isError, string pages) => new(
        isError,
        info.Descriptor.Id,
        DiagnosticPages.AddressOf(info.Descriptor.Id, pages),
        info.Path,
        info.Lines.Start.Line + 1,
        info.Lines.Start.Character + 1,
        info.Lines.End.Line + 1,
        info.Lines.End.Character + 1,
        info.Message);

    public static string Write(IEnumerable<ReportedDiagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (ReportedDiagnostic d in diagnostics)
        {
            string[] fields =
            [
                d.IsError ? "error" : "warning", d.Id, d.HelpLink, d.Path, Number(d.Line), Number(d.Column), Number(d.EndLine), Number(d.EndColumn), d.Message,
            ];
            text.Append(string.Join("\t", Array.ConvertAll(fields, Escape))).Append('\n');
        }

        return text.ToString();
    }

    public static List<ReportedDiagnostic> Read(string text)
    {
        List<ReportedDiagnostic> diagnostics = [];
        foreach (string line in text.Split('\n'))
        {
            string[] fields = Array.ConvertAll(line.Split('\t'), Unescape);
            if (fields.Length == Fields)
            {
                diagnostics.Add(new ReportedDiagnostic(
                    fields[0] == "error", fields[1], fields[2], fields[3], Number(fields[4]), Number(fields[5]), Number(fields[6]), Number(fields[7]), fields[8]));
            }
        }

        return diagnostics;
    }

    /// <param name="log">The log of the task.</param>
    /// <param name="withEnd">Whether the end is part of the position, as the project's <c>ErrorEndLocation</c> says.</param>
    public void Log(TaskLoggingHelper log, bool withEnd)
    {
        int endLine = withEnd ? EndLine : 0;
        int endColumn = withEnd ? EndColumn : 0;
        string? helpLink = HelpLink.Length == 0 ? null : HelpLink;

        // The overloads with a help link do not take the message as a format if there are no arguments.
        if (IsError)
        {
            log.LogError(null, Id, null, helpLink, Path, Line, Column, endLine, endColumn, Message);
        }
        else
        {
            log.LogWarning(null, Id, null, helpLink, Path, Line, Column, endLine, endColumn, Message);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : 1;

    private static string Escape(string field) => Uri.EscapeDataString(field);

    private static string Unescape(string field) => Uri.UnescapeDataString(field);
}
