using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Tests.Infrastructure;

/// <summary>A document with the metadata that the package's targets would give it.</summary>
internal sealed class TestDocument(string path, string? text, params (string Name, string Value)[] metadata) : AdditionalText
{
    private readonly SourceText? _text = text is null ? null : SourceText.From(text);

    public override string Path { get; } = path;

    public (string Name, string Value)[] Metadata { get; } = metadata;

    public string? Text { get; } = text;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The same content in new objects, as an editor makes them.</summary>
    public TestDocument Clone() => new(Path, Text, Metadata);

    public TestDocument With(string newText) => new(Path, newText, Metadata);
}

internal sealed class TestOptions(Dictionary<string, string> values) : AnalyzerConfigOptions
{
    public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
}

internal sealed class TestOptionsProvider : AnalyzerConfigOptionsProvider
{
    private static readonly TestOptions s_empty = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new TestOptions(new() { ["build_property.RootNamespace"] = "Consumer" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
    {
        if (textFile is not TestDocument document)
        {
            return s_empty;
        }

        var values = new Dictionary<string, string> { ["build_metadata.AdditionalFiles.CdeCodegen"] = "true" };
        foreach ((string name, string value) in document.Metadata)
        {
            values["build_metadata.AdditionalFiles." + name] = value;
        }

        return new TestOptions(values);
    }
}
