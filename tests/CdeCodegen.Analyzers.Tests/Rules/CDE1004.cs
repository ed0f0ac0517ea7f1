using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1004
{
    [Fact]
    public Task It_is_reported_on_the_call() => Verify.MemberAsync(
        "void M() { {|#0:c.A()|}; }",
        null,
        new DiagnosticResult("CDE1004", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("The call of 'A' is not awaited, so its 'R' is lost. Await it, or write '_ = …' if the outcome does not matter."));

    [Fact]
    public Task A_conditional_call_is_reported_as_a_whole() => Verify.MemberAsync("void M(C? d) { {|CDE1004:d?.A()|}; }");

    [Fact]
    public Task A_call_in_a_void_lambda_is_reported() => Verify.MemberAsync("void M() { Action a = () => {|CDE1004:c.A()|}; a(); }");

    [Fact]
    public Task A_task_variable_that_is_never_awaited_is_reported() => Verify.MemberAsync("void M() { var t = {|CDE1004:c.A()|}; }");
}
