using System.Reflection;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private const string Text = "a:\r\n  /x/{y}:\n    get: broken\rb: 1\n";

    private static DiagnosticBag NewBag() => new("api.yaml", Text) { Root = SpecReader.Read("api.yaml", Text, CancellationToken.None).Root };

    [Fact]
    public void Names_document_line_column_and_pointer()
    {
        DiagnosticBag bag = NewBag();
        bag.Report(Descriptors.UnresolvedReference, bag.Root!["a"]!["/x/{y}"]!["get"]!, "#/nowhere", "there is nothing of that name");

        var diagnostic = Assert.Single(bag.ToEquatableArray()).ToDiagnostic();

        Assert.Equal("CDE0004", diagnostic.Id);
        Assert.Equal("The reference '#/nowhere' cannot be resolved: there is nothing of that name (at #/a/~1x~1{y}/get)", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal(("api.yaml", 2, 9, 2, 15), (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character));
        Assert.Equal("broken", Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void Lines_end_with_LF_CRLF_or_CR()
    {
        DiagnosticBag bag = NewBag();
        bag.Report(Descriptors.InvalidKeyword, bag.Root!.Members[0], "a", "wrong");
        bag.Report(Descriptors.InvalidKeyword, bag.Root!["a"]!.Members[0], "x", "wrong");
        bag.Report(Descriptors.InvalidKeyword, Text.IndexOf("b: 1", StringComparison.Ordinal), Text.Length, "b", "wrong");
        bag.Report(Descriptors.InvalidKeyword, Text.Length + 5, Text.Length + 9, "end", "wrong");

        Assert.Equal(["0:0", "1:2", "3:0", "4:0"], bag.ToEquatableArray().Select(d => $"{d.Lines.Start.Line}:{d.Lines.Start.Character}"));
    }

    [Fact]
    public void What_concerns_the_whole_document_has_no_pointer()
    {
        DiagnosticBag bag = NewBag();
        bag.Report(Descriptors.NotOpenApi, "neither 'openapi' nor 'swagger' is there");
        bag.Report(Descriptors.NotOpenApi, bag.Root!, "neither 'openapi' nor 'swagger' is there");

        Assert.All(bag.ToEquatableArray(), d => Assert.EndsWith("is there", d.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void Equal_reports_are_equal_and_others_are_not()
    {
        static CdeCodegen.Generator.Infrastructure.EquatableArray<DiagnosticInfo> Reported(string argument, int member)
        {
            DiagnosticBag bag = NewBag();
            bag.Report(Descriptors.InvalidKeyword, bag.Root!.Members[member].Value, "k", argument);
            return bag.ToEquatableArray();
        }

        Assert.Equal(Reported("x", 0), Reported("x", 0));
        Assert.Equal(Reported("x", 0).GetHashCode(), Reported("x", 0).GetHashCode());
        Assert.NotEqual(Reported("x", 0), Reported("y", 0));
        Assert.NotEqual(Reported("x", 0), Reported("x", 1));
    }

    [Fact]
    public void Bags_of_several_documents_collect_in_one_place()
    {
        DiagnosticBag bag = NewBag();
        bag.ForDocument("other.yaml", "x: 1", root: null).Report(Descriptors.DocumentUnreadable, "gone");

        Assert.Equal("other.yaml", Assert.Single(bag.ToEquatableArray()).Path);
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void Problems_of_reading_become_diagnostics()
    {
        const string Garbled = "{\"a\":1,\"a\":2,}";
        var bag = new DiagnosticBag("a.json", Garbled);
        bag.Report(SpecReader.Read("a.json", Garbled, CancellationToken.None));

        Assert.Equal(["CDE0015 12", "CDE0009 7"], bag.ToEquatableArray().Select(d => d.Descriptor.Id + " " + d.Start));
        Assert.False(bag.HasErrors);
    }

    [Theory]
    [InlineData("{\"openapi\":\"3.0.0\", x}")]
    [InlineData("\"")]
    [InlineData("")]
    public void A_syntax_error_is_an_error(string text)
    {
        var bag = new DiagnosticBag("a.json", text);
        bag.Report(SpecReader.Read("a.json", text, CancellationToken.None));

        Assert.Equal("CDE0002", Assert.Single(bag.ToEquatableArray()).Descriptor.Id);
        Assert.True(bag.HasErrors);
    }

    public static TheoryData<string> Ids()
    {
        var ids = new TheoryData<string>();
        foreach (DiagnosticDescriptor descriptor in All())
        {
            ids.Add(descriptor.Id);
        }

        return ids;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_is_documented(string id)
    {
        DiagnosticDescriptor descriptor = All().Single(d => d.Id == id);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "generator/docs", id + ".md"));

        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}", page, StringComparison.Ordinal);
        Assert.Contains("## What to do", page, StringComparison.Ordinal);
        Assert.EndsWith($"generator/docs/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    private static IEnumerable<DiagnosticDescriptor> All() => typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>();
}
