using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1003
{
    [Fact]
    public Task It_is_a_suggestion_on_the_call() => Verify.MemberAsync(
        "async Task<int> M() => {|#1:await {|#0:c.A()|} switch { Ok => 1, _ => 4 }|};",
        null,
        new DiagnosticResult("CDE1003", DiagnosticSeverity.Info).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("403 Forbidden and 404 NotFound of 'R' are handled only by a catch-all of the test on line 15, after 'A'"));

    [Fact]
    public Task It_is_reported_with_CDE1002_if_another_status_is_unhandled() => Verify.MemberAsync(
        "async Task M() { var r = await {|CDE1002:{|CDE1003:c.A()|}|}; if (r.StatusCode > 403) throw new Exception(); }");

    [Fact]
    public Task It_is_not_reported_if_the_same_status_is_unhandled_on_another_path() => Verify.MemberAsync(
        "async Task M() { var r = await {|CDE1002:c.A()|}; if (r is Ok) return; if (DateTime.Now.Ticks > 1) Do(); }");
}
