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
    public async Task OnlyRazorFilesHoldUserCode(string path, bool isReported)
    {
        var source = Verify.Member("async Task M() { await c.A(); }");
        var compilation = Compilations.Create([CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt")), CSharpSyntaxTree.ParseText(source, path: path)]);

        var found = await Compilations.Analyze(compilation);

        Assert.Equal(isReported ? ["CDE1001"] : [], found.Select(static d => d.Id));
    }

    [Fact]
    public async Task WithoutTheRuntimeNothingIsDone()
    {
        var prelude = Corpus.Read("prelude.txt").Replace("CdeCodegen.Runtime", "SomebodyElse", StringComparison.Ordinal);
        var source = Verify.Member("async Task M() { await c.A(); }").Replace("CdeCodegen.Runtime", "SomebodyElse", StringComparison.Ordinal);

        var found = await Compilations.Analyze(Compilations.Create([CSharpSyntaxTree.ParseText(prelude), CSharpSyntaxTree.ParseText(source)]));

        Assert.Empty(found);
    }

    [Fact]
    public async Task AClientOfAnotherAssemblyIsKnown()
    {
        var client = Compilations.Create([CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt"))]);
        var user = Compilations.Create([CSharpSyntaxTree.ParseText(Verify.Member("async Task M() { if (await c.A() is Ok) Do(); }"))])
            .WithAssemblyName("User")
            .AddReferences(client.ToMetadataReference());

        var found = await Compilations.Analyze(user);

        Assert.Equal("403 Forbidden and 404 NotFound of 'R' are not handled", Assert.Single(found).GetMessage());
    }
}
