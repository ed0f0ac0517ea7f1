namespace CdeCodegen.Generator.Diagnostics;

/// <summary>The severity of a diagnostic.</summary>
internal enum Severity : byte
{
    Info,
    Warning,
    Error,
}

/// <summary>One kind of diagnostic, independent of the tool that reports it.</summary>
/// <param name="Id">The id, <c>CDE0001</c> for example.</param>
/// <param name="Severity">The default severity.</param>
/// <param name="Title">A short description.</param>
/// <param name="MessageFormat">A composite format string; see <see cref="Descriptors"/> for its placeholders.</param>
internal sealed record Descriptor(string Id, Severity Severity, string Title, string MessageFormat)
{
    /// <summary>The address of the page that explains the diagnostic; empty while the repository has no public address.</summary>
    public string HelpLink => DiagnosticPages.AddressOf(Id);
}
