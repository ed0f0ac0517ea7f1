using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1004
{
    [Fact]
    public Task Is_on_the_call() => Verify.MemberAsync(
        "void M() { {|#0:c.A()|}; }",
        null,
        new DiagnosticResult("CDE1004", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The call of 'R' is not awaited, its result is lost"));

    [Fact]
    public Task Covers_the_whole_conditional_call() => Verify.MemberAsync("void M(C? d) { {|CDE1004:d?.A()|}; }");

    [Fact]
    public Task Comes_in_a_lambda_that_returns_nothing() => Verify.MemberAsync("void M() { Action a = () => {|CDE1004:c.A()|}; a(); }");

    [Fact]
    public Task Comes_for_a_task_that_nobody_awaits() => Verify.MemberAsync("void M() { var t = {|CDE1004:c.A()|}; }");
}
