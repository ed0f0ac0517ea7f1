using System.Globalization;
using System.Reflection;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Pipeline;
using CdeCodegen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private const string Text = "a:\r\n  /x/{y}:\n    get: broken\rb: 1\n";

    [Fact]
    public void A_diagnostic_names_document_line_column_and_pointer()
    {
        DiagnosticBag bag = NewBag(out SpecNode root);
        bag.Report(Descriptors.UnresolvedReference, root["a"]!["/x/{y}"]!["get"]!, "#/nowhere", "there is nothing of that name");

        DiagnosticInfo info = Assert.Single(bag.ToEquatableArray());
        var diagnostic = info.ToDiagnostic(pages: "");

        Assert.Equal("CDE0004", diagnostic.Id);
        Assert.Equal(
            "The reference '#/nowhere' cannot be resolved: there is nothing of that name (at #/a/~1x~1{y}/get)",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(info.Message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal("api.yaml", span.Path);
        Assert.Equal((2, 9), (span.StartLinePosition.Line, span.StartLinePosition.Character));
        Assert.Equal((2, 15), (span.EndLinePosition.Line, span.EndLinePosition.Character));
        Assert.Equal("broken", Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void Lines_end_with_LF_CRLF_or_CR()
    {
        DiagnosticBag bag = NewBag(out SpecNode root);
        bag.Report(Descriptors.InvalidKeyword, root.Members[0], "a", "wrong");
        bag.Report(Descriptors.InvalidKeyword, root["a"]!.Members[0], "x", "wrong");
        bag.Report(Descriptors.InvalidKeyword, Text.IndexOf("b: 1", StringComparison.Ordinal), Text.Length, "b", "wrong");
        bag.Report(Descriptors.InvalidKeyword, Text.Length + 5, Text.Length + 9, "end", "wrong");

        Assert.Equal(["0:0", "1:2", "3:0", "4:0"], bag.ToEquatableArray().Select(d => $"{d.Lines.Start.Line}:{d.Lines.Start.Character}"));
    }

    [Fact]
    public void A_diagnostic_about_the_whole_document_has_no_pointer()
    {
        DiagnosticBag bag = NewBag(out SpecNode root);
        bag.Report(Descriptors.NotOpenApi, "neither 'openapi' nor 'swagger' is there");
        bag.Report(Descriptors.NotOpenApi, root, "neither 'openapi' nor 'swagger' is there");

        Assert.All(bag.ToEquatableArray(), d => Assert.EndsWith("is there", d.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Diagnostics_compare_by_value()
    {
        static EquatableArray<DiagnosticInfo> Reported(string argument, int member)
        {
            DiagnosticBag bag = NewBag(out SpecNode root);
            bag.Report(Descriptors.InvalidKeyword, root.Members[member].Value, "k", argument);
            return bag.ToEquatableArray();
        }

        Assert.Equal(Reported("x", 0), Reported("x", 0));
        Assert.Equal(Reported("x", 0).GetHashCode(), Reported("x", 0).GetHashCode());
        Assert.NotEqual(Reported("x", 0), Reported("y", 0));
        Assert.NotEqual(Reported("x", 0), Reported("x", 1));
    }

    [Fact]
    public void Problems_of_the_reader_become_diagnostics()
    {
        const string Garbled = "{\"a\":1,\"a\":2,}";
        DiagnosticBag bag = NewBag(out _, "a.json", Garbled);

        Assert.Equal(["CDE0015 12", "CDE0009 7"], bag.ToEquatableArray().Select(d => d.Descriptor.Id + " " + d.Start));
        Assert.All(bag.ToEquatableArray(), d => Assert.NotEqual(Severity.Error, d.Descriptor.Severity));
    }

    [Theory]
    [InlineData("{\"openapi\":\"3.0.0\", x}")]
    [InlineData("\"")]
    [InlineData("")]
    public void A_syntax_error_is_an_error(string text)
    {
        DiagnosticBag bag = NewBag(out _, "a.json", text);

        Descriptor descriptor = Assert.Single(bag.ToEquatableArray()).Descriptor;
        Assert.Equal(("CDE0002", Severity.Error), (descriptor.Id, descriptor.Severity));
    }

    [Fact]
    public void Roslyn_descriptors_repeat_the_descriptors_of_the_engine()
    {
        Assert.Equal(
            All().Select(d => $"{d.Id} {d.Severity} {d.Title} {d.MessageFormat}"),
            RoslynDescriptors.All.Select(d => $"{d.Id} {d.DefaultSeverity} {d.Title} {d.MessageFormat}"));
        Assert.All(RoslynDescriptors.All, static d => Assert.Equal(DiagnosticPages.AddressOf(d.Id), d.HelpLinkUri));
        Assert.Equal(All().Select(static d => d.HelpLink), RoslynDescriptors.All.Select(static d => d.HelpLinkUri));
    }

    public static TheoryData<string> Ids => [.. All().Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_has_a_page(string id)
    {
        Descriptor descriptor = All().Single(d => d.Id == id);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "generator/docs", id + ".md"));

        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {descriptor.Severity.ToString().ToLowerInvariant()}", page, StringComparison.Ordinal);
        Assert.Contains("## What to do", page, StringComparison.Ordinal);
    }

    /// <summary>A bag with the problems of a text.</summary>
    private static DiagnosticBag NewBag(out SpecNode root, string path = "api.yaml", string text = Text)
    {
        var files = new SpecFiles(path, text);
        var bag = new DiagnosticBag(files);
        bag.Report(files.Main, files.Main.Open(start: 0, CancellationToken.None)!);
        root = files.Main.Root!;
        return bag;
    }

    private static IEnumerable<Descriptor> All() => typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => field.GetValue(null))
        .OfType<Descriptor>();
}
