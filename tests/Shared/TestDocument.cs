using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Tests.Shared;

/// <summary>A document with the metadata that the package's targets give an <c>OpenApiReference</c>.</summary>
internal sealed class TestDocument : AdditionalText
{
    private readonly SourceText? _text;

    /// <param name="text">Null for a file that cannot be read.</param>
    public TestDocument(string path, string? text, params (string Name, string Value)[] metadata)
        : this(path, text is null ? null : SourceText.From(text), metadata)
    {
    }

    private TestDocument(string path, SourceText? text, (string Name, string Value)[] metadata)
    {
        Path = path;
        Metadata = metadata;
        _text = text;

        var values = new Dictionary<string, string> { ["build_metadata.AdditionalFiles.CdeCodegen"] = "true" };
        foreach ((string name, string value) in metadata)
        {
            values["build_metadata.AdditionalFiles." + name] = value;
        }

        Options = new TestOptions(values);
    }

    public override string Path { get; }

    public (string Name, string Value)[] Metadata { get; }

    public string? Text => field ??= _text?.ToString();

    public AnalyzerConfigOptions Options { get; }

    /// <summary>Reads a file as the compiler does: from a stream.</summary>
    public static TestDocument FromFile(string path, params (string Name, string Value)[] metadata)
    {
        using FileStream stream = File.OpenRead(path);
        return new TestDocument(path, SourceText.From(stream), metadata);
    }

    /// <summary>A further file, which the references of documents may reach.</summary>
    public static TestDocument FurtherFile(string path, string? text, params string[] documents) =>
        new(path, text, ("CdeCodegen", "file"), ("CdeCodegenDocument", string.Join('|', documents)));

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>Equal content in new objects, as an editor creates them.</summary>
    public TestDocument Clone() => new(Path, Text, Metadata);

    public TestDocument With(string newText) => new(Path, newText, Metadata);
}

/// <summary>Options with fixed values.</summary>
internal sealed class TestOptions(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
{
    public override IEnumerable<string> Keys => values.Keys;

    public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
}

/// <summary>The options of a compilation with <see cref="TestDocument"/>s.</summary>
/// <param name="properties">Further global options.</param>
internal sealed class TestOptionsProvider(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private static readonly TestOptions s_empty = new(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions { get; } = new TestOptions(
        properties.Append(("build_property.RootNamespace", "Consumer")).ToDictionary(static p => p.Item1, static p => p.Item2));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is TestDocument document ? document.Options : s_empty;
}
