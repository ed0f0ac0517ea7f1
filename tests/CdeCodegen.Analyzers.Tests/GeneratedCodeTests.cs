using System.Collections.Immutable;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("/obj/Client.g.cs", false)]
    [InlineData("/obj/Form.Designer.cs", false)]
    [InlineData("/obj/Pages_Counter_razor.g.cs", true)]
    [InlineData("/obj/Pages/Counter.razor.g.cs", true)]
    [InlineData("/obj/Index.cshtml.g.cs", true)]
    [InlineData("/Program.cs", true)]
    public async Task Generated_code_is_analyzed_only_in_Razor_files(string path, bool isReported)
    {
        string source = Verify.Member("async Task M() { await c.A(); }");
        CSharpCompilation compilation = Compilations.Create(
            [CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt")), CSharpSyntaxTree.ParseText(source, path: path)]);

        ImmutableArray<Diagnostic> found = await Compilations.Analyze(compilation);

        Assert.Equal(isReported ? ["CDE1001"] : [], found.Select(static d => d.Id));
    }

    [Fact]
    public async Task Nothing_is_reported_without_the_runtime()
    {
        string prelude = Corpus.Read("prelude.txt").Replace("CdeCodegen.Runtime", "SomebodyElse", StringComparison.Ordinal);
        string source = Verify.Member("async Task M() { await c.A(); }").Replace("CdeCodegen.Runtime", "SomebodyElse", StringComparison.Ordinal);

        ImmutableArray<Diagnostic> found = await Compilations.Analyze(
            Compilations.Create([CSharpSyntaxTree.ParseText(prelude), CSharpSyntaxTree.ParseText(source)]));

        Assert.Empty(found);
    }

    [Fact]
    public async Task A_client_in_another_assembly_is_analyzed()
    {
        CSharpCompilation client = Compilations.Create([CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt"))]);
        CSharpCompilation user = Compilations.Create([CSharpSyntaxTree.ParseText(Verify.Member("async Task M() { if (await c.A() is Ok) Do(); }"))])
            .WithAssemblyName("User")
            .AddReferences(client.ToMetadataReference());

        ImmutableArray<Diagnostic> found = await Compilations.Analyze(user);

        Assert.Equal("403 Forbidden and 404 NotFound of 'R' are not handled: they fall through the test on line 15, after 'A'", Assert.Single(found).GetMessage());
    }
}
