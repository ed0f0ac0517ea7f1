using Xunit;
using Fix = CdeCodegen.Analyzers.Tests.Infrastructure.VerifyFix<CdeCodegen.CodeFixes.Fixers.CDE1004Fixer>;

namespace CdeCodegen.Analyzers.Tests.Fixes;

public sealed class CDE1004FixerTests
{
    private const string Add = "AddAwait";

    [Theory]
    [InlineData("async Task M() { {|CDE1004:c.A()|}; await Task.Yield(); }", "async Task M() { await {|CDE1001:c.A()|}; await Task.Yield(); }")]
    [InlineData("void M() { {|CDE1004:c.A()|}; }", "async Task M() { await {|CDE1001:c.A()|}; }")]
    [InlineData("public static void M(C c) => {|CDE1004:c.A()|};", "public static async Task M(C c) => await {|CDE1001:c.A()|};")]
    [InlineData("async Task M() { void L() => {|CDE1004:c.A()|}; L(); await Task.Yield(); }", "async Task M() { async Task L() => await {|CDE1001:c.A()|}; await L(); await Task.Yield(); }")]
    [InlineData("Task M() { {|CDE1004:c.A()|}; return Task.CompletedTask; }", "async Task M() { await {|CDE1001:c.A()|}; }")]
    [InlineData("Task<int> M() { {|CDE1004:c.A()|}; return Task.FromResult(1); }", "async Task<int> M() { await {|CDE1001:c.A()|}; return 1; }")]
    [InlineData("Func<Task> M() => () => { {|CDE1004:c.A()|}; return Task.CompletedTask; };", "Func<Task> M() => async () => { await {|CDE1001:c.A()|}; };")]
    [InlineData("void M() { Task.Run(() => { {|CDE1004:c.A()|}; }); }", "void M() { Task.Run(async () => { await {|CDE1001:c.A()|}; }); }")]
    public Task The_function_becomes_asynchronous(string before, string after) => Fix.MemberAsync(before, after, Add);

    [Theory]
    [InlineData("public override string ToString() { {|CDE1004:c.A()|}; return \"\"; }")]
    [InlineData("interface I { void X(); } class J : I { readonly C c = new(); public void X() { {|CDE1004:c.A()|}; } }")]
    [InlineData("int M() { {|CDE1004:c.A()|}; return 1; }")]
    [InlineData("void M(C? d) { {|CDE1004:d?.A()|}; }")]
    [InlineData("void M() { var t = {|CDE1004:c.A()|}; }")]
    [InlineData("void M() { Action a = () => {|CDE1004:c.A()|}; a(); }")]
    [InlineData("void M() { void L() => {|CDE1004:c.A()|}; L(); }")]
    [InlineData("Task M() { Span<int> s = stackalloc int[1]; s[0] = 1; {|CDE1004:c.A()|}; return Task.CompletedTask; }")]
    [InlineData("Task M() { {|CDE1004:c.A()|}; return null!; }")]
    public Task Signatures_that_others_rely_on_are_left_alone(string member) => Fix.NothingAsync(member, Add);
}
