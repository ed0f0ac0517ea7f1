using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1001
{
    [Fact]
    public Task It_is_reported_on_the_call_and_names_the_operation() => Verify.MemberAsync(
        """
            [ApiResult(Operation = "restore_from_bin")]
            public abstract class RestoreResult : ApiResult
            {
                RestoreResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Ok : RestoreResult { }
            }

            Task<RestoreResult> Restore() => null!;

            async Task M() => await {|#0:Restore()|}.ConfigureAwait(false);
        """,
        null,
        new DiagnosticResult("CDE1001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The result of 'Restore' (operation 'restore_from_bin') is ignored. Handle the cases of 'RestoreResult', or write '_ = await …' if the outcome does not matter."));

    /// <summary>One method has them all, because each compilation takes its time.</summary>
    [Fact]
    public Task It_is_not_reported_where_an_earlier_test_excludes_the_call() => Verify.MemberAsync(
        """
            async Task After() { var r = await {|CDE1003:c.A()|}; if (r is not Ok) throw new Exception(); if (r is Forbidden) { await c.A("2"); } }
            async Task Inside() { var r = await {|CDE1003:c.A()|}; if (r is Ok) { if (r.StatusCode == 404) { await c.A("2"); } } else { Do(); } }
            async Task Default() { var r = await c.A(); if (r is Forbidden or NotFound) { switch (r) { case Forbidden: Do(); break; case NotFound: await {|CDE1001:c.A("2")|}; break; default: await c.A("3"); break; } } }
            async Task Status() { var r = await c.A(); if (r is Forbidden || r is NotFound) return; if (r.StatusCode is 403 or 404) { await c.A("2"); } if (r is Ok) { await {|CDE1001:c.A("3")|}; } }
            async Task Loop() { var r = await c.A(); while (r is Ok) { if (r is Forbidden) { await c.A("2"); } r = await c.A("3"); } if (r is Forbidden or NotFound) Do(); }
            async Task Cast() { var r = await c.A(); var ok = r as Ok; if (ok is null) { if (r is Ok) { await c.A("2"); } } if (r is Forbidden or NotFound) Do(); }
        """);

    [Fact]
    public Task The_operation_name_falls_back_to_the_type_name() => Verify.MemberAsync(
        """
            [ApiResult]
            public abstract class RestoreFromBinResult : ApiResult
            {
                RestoreFromBinResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Ok : RestoreFromBinResult { }
            }

            RestoreFromBinResult Restore() => null!;

            void M() => {|#0:Restore()|};
        """,
        null,
        new DiagnosticResult("CDE1001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The result of 'Restore' is ignored. Handle the cases of 'RestoreFromBinResult', or write '_ = …' if the outcome does not matter."));

    [Fact]
    public Task The_message_about_a_blocking_wait_says_how_to_discard() => Verify.MemberAsync(
        "void M(string[] ids) { var tasks = ids.Select(id => c.A(id)).ToArray(); {|#0:Task.WaitAll(tasks)|}; }",
        null,
        new DiagnosticResult("CDE1001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "The result of 'WaitAll' is ignored. Handle the cases of 'R', or write '_ = await Task.WhenAll(…)' if the outcome does not matter."));

    [Fact]
    public Task A_pragma_on_the_call_suppresses_it() => Verify.MemberAsync(
        """
            async Task M()
            {
        #pragma warning disable CDE1001
                await c.A();
        #pragma warning restore CDE1001
            }
        """);

    [Theory]
    [InlineData("if (false & r is Ok) { c.S(); }")]
    [InlineData("if (r is Ok & false) { c.S(); }")]
    [InlineData("if (true | r is Ok) return; c.S();")]
    [InlineData("if (r is Ok | true) return; c.S();")]
    [InlineData("if (!(c is var other)) { c.S(); } Use(other);")]
    public Task It_is_not_reported_in_code_that_never_runs(string code) => Verify.MemberAsync($"async Task M() {{ var r = await {{|CDE1002:c.A()|}}; {code} }}");
}
