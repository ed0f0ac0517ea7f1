using System.Collections.Immutable;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1006
{
    private const string On = "dotnet_diagnostic.CDE1006.severity = warning";

    [Theory]
    [InlineData("async Task M() { _ = await {|CDE1006:c.A()|}; }")]
    [InlineData("void M() { _ = {|CDE1006:c.A()|}; }")]
    [InlineData("void M() { _ = {|CDE1006:c.S()|}; }")]
    [InlineData("async Task M() { var r = await {|CDE1006:c.A()|}; _ = r; }")]
    public Task A_discard_is_reported_if_the_rule_is_enabled(string member) => Verify.MemberAsync(member, On);

    // Tests with markup enable every rule, so this test uses no markup.
    [Fact]
    public async Task It_is_off_by_default()
    {
        SyntaxTree source = CSharpSyntaxTree.ParseText(Verify.Member("async Task M() { _ = await c.A(); }"));

        ImmutableArray<Diagnostic> found = await Compilations.Analyze(Compilations.Create([CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt")), source]));

        Assert.Empty(found);
    }
}
