using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1004
{
    [Fact]
    public Task IsOnTheCall() => Verify.MemberAsync(
        "void M() { {|#0:c.A()|}; }",
        null,
        new DiagnosticResult("CDE1004", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The call of 'R' is not awaited, its result is lost"));

    [Fact]
    public Task CoversTheWholeConditionalCall() => Verify.MemberAsync("void M(C? d) { {|CDE1004:d?.A()|}; }");

    [Fact]
    public Task ComesInALambdaThatReturnsNothing() => Verify.MemberAsync("void M() { Action a = () => {|CDE1004:c.A()|}; a(); }");

    [Fact]
    public Task ComesForATaskThatNobodyAwaits() => Verify.MemberAsync("void M() { var t = {|CDE1004:c.A()|}; }");
}
