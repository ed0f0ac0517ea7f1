using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>
/// A document of <c>Lowering/Documents</c> in which a line is a test: it ends in a comment <c># => …</c> with what becomes of it. Comments <c># reports: …</c>
/// list the diagnostics.
/// </summary>
internal sealed class LineDocument
{
    private const string Mark = " # => ";
    private const string Reports = "# reports: ";

    private readonly string _name;
    private readonly string[] _lines;

    public LineDocument(string name)
    {
        _name = name;
        _lines = File.ReadAllText(Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Lowering", "Documents", name)).Split('\n');
    }

    /// <summary>The lines with a comment, without it, and what it says.</summary>
    public IEnumerable<(string Line, string Expected)> Expectations =>
        from line in _lines
        let mark = line.IndexOf(Mark, StringComparison.Ordinal)
        where mark >= 0
        select (line[..mark], line[(mark + Mark.Length)..].TrimEnd());

    /// <summary>Lowers the document, with further lines at its end, and compares its diagnostics.</summary>
    public ClientModel Lower(IEnumerable<string> more)
    {
        var reference = ReferenceMetadata.Read(_name, static name => name == "Namespace" ? "Acme" : null, rootNamespace: null);
        LoweredDocument document = ClientEngine.Lower(new SpecFile(_name, string.Join('\n', _lines.Concat(more))), [], reference, CancellationToken.None);
        IEnumerable<string> expected = _lines.Where(line => line.Contains(Reports, StringComparison.Ordinal)).Select(line => line.Trim());
        IEnumerable<string> reports = document.Diagnostics.Select(diagnostic => $"{Reports}{diagnostic.Descriptor.Id} {string.Join(": ", diagnostic.Arguments)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), reports.Order(StringComparer.Ordinal));
        return document.Model!;
    }
}
