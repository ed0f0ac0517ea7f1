using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1002
{
    private static DiagnosticResult Unhandled(string message) => new DiagnosticResult("CDE1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message);

    [Fact]
    public Task Names_all_missing_statuses_once_and_points_at_call_and_test() => Verify.MemberAsync(
        "async Task M() { if ({|#1:await {|#0:c.A()|} is Ok ok|}) Use(ok.Value); }",
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled").WithLocation(1));

    [Fact]
    public Task Speaks_of_one_status_in_the_singular() => Verify.MemberAsync(
        "async Task M() { if ({|#1:await {|#0:c.A()|} is Forbidden|}) Do(); }",
        null,
        Unhandled("404 NotFound of 'R' is not handled").WithLocation(1));

    [Fact]
    public Task Lists_three_statuses() => Verify.MemberAsync(
        "async Task M() { var r = await {|#0:c.A()|}; }",
        "cde_required_statuses = 4xx",
        Unhandled("401 Unauthorized, 403 Forbidden and 404 NotFound of 'R' are not handled"));

    [Fact]
    public Task Points_at_the_first_of_several_tests() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                if ({|#1:r is Ok|}) Do();
                if (r is Forbidden) Do();
            }
        """,
        null,
        Unhandled("404 NotFound of 'R' is not handled").WithLocation(1));

    [Fact]
    public Task Is_on_the_call_that_is_lost_when_the_variable_is_overwritten() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                r = await c.A("2");
                if (r is Forbidden or NotFound) Do();
            }
        """,
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled"));

    [Fact]
    public Task Is_told_once_for_results_that_meet_in_one_variable() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = DateTime.Now.Ticks > 1 ? await {|#0:c.A("1")|} : await c.A("2");
                if ({|#1:r is Ok|}) Do();
            }
        """,
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled").WithLocation(1));

    [Fact]
    public Task Is_told_for_each_result_by_itself() => Verify.MemberAsync(
        """
            async Task M()
            {
                var a = await {|CDE1002:c.A("1")|};
                var b = await {|CDE1002:c.A("2")|};
                if (a is Ok && b is Ok) Do();
            }
        """);

    [Fact]
    public Task Of_an_item_is_on_the_call_that_gave_the_items() => Verify.MemberAsync(
        "async Task M() { foreach (var r in await {|CDE1002:Task.WhenAll(c.A(), c.A())|}) if (r is Ok ok) Use(ok); }");

    [Fact]
    public Task Of_a_continuation_is_on_the_call_it_continues() => Verify.MemberAsync(
        "async Task M() { await {|CDE1002:c.A()|}.ContinueWith(t => { if (t.Result is Ok) Do(); }); }");

    [Fact]
    public Task Of_a_conditional_access_is_on_the_whole() => Verify.MemberAsync(
        "async Task M(C? d) { var t = {|CDE1004:d?.A()|}; }");

    [Fact]
    public Task Counts_only_documented_statuses() => Verify.MemberAsync(
        """
            [ApiResult]
            public abstract class PingResult : ApiResult
            {
                PingResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Ok : PingResult { }
                [ApiResultCase("5XX")] public sealed class ServerError : PingResult { }
            }

            PingResult Ping() => null!;

            void M() { if (Ping() is PingResult.Ok) Do(); }
        """);

    [Fact]
    public Task Knows_clients_of_other_assemblies_by_the_names_of_the_markers() => Verify.MemberAsync(
        """
            interface IDecorated { Task<R> A(); }
            sealed class Decorator(IDecorated inner) : IDecorated
            {
                public async Task<R> A()
                {
                    var r = await inner.A();
                    if (r is Unexpected) r = await inner.A();
                    return r;
                }
                public async Task Use() { if (await {|CDE1002:inner.A()|} is Ok) Do(); }
            }
        """);
}
