using Xunit;
using Fix = CdeCodegen.Analyzers.Tests.Infrastructure.VerifyFix<CdeCodegen.CodeFixes.Fixers.CDE1005Fixer>;

namespace CdeCodegen.Analyzers.Tests.Fixes;

public sealed class CDE1005FixerTests
{
    private const string Keep = "KeepType";

    [Theory]
    [InlineData("    Task M() => {|CDE1005:c.A()|};", "    Task<R> M() => c.A();")]
    [InlineData("public Task M() { return {|CDE1005:c.A()|}; }", "public Task<R> M() { return c.A(); }")]
    [InlineData("void M() { Task L() => {|CDE1005:c.A()|}; Use(L()); }", "void M() { Task<R> L() => c.A(); Use(L()); }")]
    [InlineData("async Task M() { Task t = {|CDE1005:c.A()|}; await t; }", "async Task M() { Task<R> t = {|CDE1001:c.A()|}; await t; }")]
    public Task The_type_is_kept(string before, string after) => Fix.MemberAsync(before, after, Keep);

    [Theory]
    [InlineData("interface I { Task X(); } class J : I { readonly C c = new(); public Task X() => {|CDE1005:c.A()|}; }")]
    [InlineData("Task M(bool b) { if (b) return Task.CompletedTask; return {|CDE1005:c.A()|}; }")]
    [InlineData("Func<Task> M() => () => {|CDE1005:c.A()|};")]
    [InlineData("Task M() => (Task){|CDE1005:c.A()|};")]
    public Task What_would_not_compile_is_not_offered(string member) => Fix.NothingAsync(member, Keep);

    [Fact]
    public Task All_at_once() => Fix.AllAsync(
        """
            Task M() => {|CDE1005:c.A()|};
            Task N() => {|CDE1005:c.A("2")|};
        """,
        """
            Task<R> M() => c.A();
            Task<R> N() => c.A("2");
        """,
        Keep);
}
