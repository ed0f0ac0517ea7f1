using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1002
{
    private static DiagnosticResult Unhandled(string message) =>
        new DiagnosticResult("CDE1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message);

    [Fact]
    public Task One_diagnostic_names_all_missing_statuses_with_the_test_as_additional_location() => Verify.MemberAsync(
        "async Task M() { if ({|#1:await {|#0:c.A()|} is Ok ok|}) Use(ok.Value); }",
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: they fall through the test on line 15, after 'A'").WithLocation(1));

    [Fact]
    public Task The_message_uses_the_singular_for_one_status() => Verify.MemberAsync(
        "async Task M() { if ({|#1:await {|#0:c.A()|} is Forbidden|}) Do(); }",
        null,
        Unhandled("404 NotFound of 'R' is not handled: it falls through the test on line 15, after 'A'").WithLocation(1));

    [Fact]
    public Task The_message_lists_three_statuses() => Verify.MemberAsync(
        "async Task M() { var r = await {|#0:c.A()|}; }",
        "cde_required_statuses = 4xx",
        Unhandled("401 Unauthorized, 403 Forbidden and 404 NotFound of 'R' are not handled: the result of 'A' is never tested"));

    [Fact]
    public Task The_message_names_the_last_test_that_the_status_passes_and_a_fix_finds_the_first() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                if ({|#1:r is Ok|}) Do();
                if ({|#2:r is Forbidden|}) Do();
            }
        """,
        null,
        Unhandled("404 NotFound of 'R' is not handled: it falls through the test on line 19, after 'A'").WithLocation(1).WithLocation(2));

    [Fact]
    public Task A_test_that_the_status_does_not_reach_is_not_named() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                if ({|#1:r is not Ok|}) return;
                if (r is Forbidden or NotFound) Do();
            }
        """,
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: they fall through the test on line 18, after 'A'").WithLocation(1));

    [Fact]
    public Task In_a_switch_the_last_label_that_the_status_passes_is_named() => Verify.MemberAsync(
        """
            async Task M()
            {
                switch (await {|#0:c.A()|})
                {
                    case {|#1:Ok|}:
                        Do();
                        break;
                    case {|#2:Forbidden|}:
                        break;
                }
            }
        """,
        null,
        Unhandled("404 NotFound of 'R' is not handled: it falls through the test on line 22, after 'A'").WithLocation(1).WithLocation(2));

    [Fact]
    public Task A_path_without_a_test_is_told_apart() => Verify.MemberAsync(
        """
            async Task M(bool isLate)
            {
                var r = await {|#0:c.A()|};
                if (isLate) return;
                if ({|#1:r is Forbidden or NotFound|}) Do();
            }
        """,
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: the result of 'A' is not tested on every path").WithLocation(1));

    [Fact]
    public Task An_overwritten_result_is_reported_on_its_call() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                r = await c.A("2");
                if (r is Forbidden or NotFound) Do();
            }
        """,
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: the result of 'A' is never tested"));

    [Fact]
    public Task Results_in_one_variable_are_reported_once() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = DateTime.Now.Ticks > 1 ? await {|#0:c.A("1")|} : await c.A("2");
                if ({|#1:r is Ok|}) Do();
            }
        """,
        null,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: they fall through the test on line 18, after 'A'").WithLocation(1));

    [Fact]
    public Task Each_result_is_reported_separately() => Verify.MemberAsync(
        """
            async Task M()
            {
                var a = await {|CDE1002:c.A("1")|};
                var b = await {|CDE1002:c.A("2")|};
                if (a is Ok && b is Ok) Do();
            }
        """);

    [Fact]
    public Task An_item_is_reported_on_the_call_that_returned_the_collection() => Verify.MemberAsync(
        "async Task M() { foreach (var r in await {|CDE1002:Task.WhenAll(c.A(), c.A())|}) if (r is Ok ok) Use(ok); }");

    [Fact]
    public Task A_continuation_is_reported_on_the_continued_call() => Verify.MemberAsync(
        "async Task M() { await {|CDE1002:c.A()|}.ContinueWith(t => { if (t.Result is Ok) Do(); }); }");

    [Fact]
    public Task A_conditional_access_is_reported_as_a_whole() => Verify.MemberAsync(
        "async Task M(C? d) { var t = {|CDE1004:d?.A()|}; }");

    [Fact]
    public Task Only_documented_statuses_are_required() => Verify.MemberAsync(
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
    public Task A_client_is_recognized_by_the_names_of_its_marker_attributes() => Verify.MemberAsync(
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
