using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

/// <summary>
/// Unmarked compiler warnings fail these tests, so the rule takes the place of CS8509, and of CDE1002 on the call.
/// </summary>
public sealed class CDE1010
{
    private static DiagnosticResult Incomplete(string message) =>
        new DiagnosticResult("CDE1010", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message);

    private static DiagnosticResult Suppressed(string id = "CS8509", int location = 0) =>
        DiagnosticResult.CompilerWarning(id).WithLocation(location).WithIsSuppressed(true);

    private static DiagnosticResult Kept(string id = "CS8509") => DiagnosticResult.CompilerWarning(id).WithLocation(1).WithIsSuppressed(false);

    [Fact]
    public Task The_message_names_every_missing_case_and_the_type() => Verify.MemberWithWarningsAsync(
        "async Task<int> M() => await c.A() {|#0:switch|} { Ok => 1, NotFound => 2 };",
        Incomplete("The switch does not cover 401 Unauthorized, 403 Forbidden and default Unexpected of 'R'"), Suppressed());

    [Fact]
    public Task A_missing_case_that_is_not_required_is_named_too() => Verify.MemberWithWarningsAsync(
        "async Task<int> M() => await c.A() {|#0:switch|} { Ok => 1, Forbidden => 2, NotFound => 3, Unexpected => 4 };",
        Incomplete("The switch does not cover 401 Unauthorized of 'R'"), Suppressed());

    [Fact]
    public Task The_message_names_the_operation() => Verify.MemberWithWarningsAsync(
        """
            [ApiResult(Operation = "connectorShow")]
            public abstract class ShowResult : ApiResult
            {
                ShowResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Ok : ShowResult { }
                [ApiResultCase(404)] public sealed class NotFound : ShowResult { }
            }

            int M(ShowResult r) => r {|#0:switch|} { ShowResult.Ok => 1 };
        """,
        Incomplete("The switch does not cover 404 NotFound of 'ShowResult' (operation 'connectorShow')"), Suppressed());

    [Theory]
    [InlineData("int M(R r) => r {|#0:switch|} { Ok => 1 };")]
    [InlineData("int M() => c.S() {|#0:switch|} { Ok => 1, Unauthorized or Forbidden => 2 };")]
    [InlineData("async Task<int> M() { var r = await c.A(); return r {|#0:switch|} { Ok => 1, Unauthorized => 2 }; }")]
    [InlineData("async Task M() { var r = await c.A(); Use(r {|#0:switch|} { Ok => 1, Unauthorized => 2 }); }")]
    [InlineData("int M<T>(T r) where T : R => r {|#0:switch|} { Ok => 1 };")]
    [InlineData("int M(R r) => r {|#0:switch|} { Ok => 1, Unauthorized => 2, Forbidden { Reason: \"x\" } => 3, NotFound => 4, Unexpected => 5 };")]
    [InlineData("int M(R r) => r.StatusCode {|#0:switch|} { 200 => 1, 401 => 2, 403 => 3 };")]
    [InlineData("int M(R r) => (HttpStatusCode)r.StatusCode {|#0:switch|} { HttpStatusCode.OK => 1, HttpStatusCode.NotFound => 2 };")]
    [InlineData("Func<R, int> M() => r => r {|#0:switch|} { Ok => 1 };")]
    public Task It_replaces_CS8509_and_CDE1002_on_every_switch_expression_over_a_result(string member) => Verify.MemberWithWarningsAsync(
        member, new DiagnosticResult("CDE1010", DiagnosticSeverity.Warning).WithLocation(0), Suppressed());

    [Fact]
    public Task It_replaces_CS8846() => Verify.MemberWithWarningsAsync(
        """
            [ApiResult]
            public abstract class PingResult : ApiResult
            {
                PingResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Ok : PingResult { }
                [ApiResultCase(404)] public sealed class NotFound : PingResult { }
            }

            int M(PingResult r, bool b) => r.StatusCode {|#0:switch|} { 200 => 1, _ when b => 2 };
        """,
        Incomplete("The switch does not cover 404 NotFound of 'PingResult'"), Suppressed("CS8846"));

    [Theory]
    [InlineData("int M(R r) => r switch { Ok => 1, _ => 2 };")]
    [InlineData("int M(R r) => r switch { Ok => 1, var x => x.StatusCode };")]
    [InlineData("int M(R r) => r switch { Ok => 1, not Ok => 2 };")]
    [InlineData("int M(R r) => r.StatusCode switch { < 400 => 1, >= 400 => 2 };")]
    [InlineData("int M(R r) => r switch { { IsSuccess: true } => 1, { IsSuccess: false } => 2 };")]
    public Task A_switch_that_covers_every_value_is_complete(string member) => Verify.MemberWithWarningsAsync(member);

    [Theory]
    [InlineData("int M(R r) => r {|#1:switch|} { Ok { Value.Id: 1 } => 1, Ok { Value.Id: not 1 } => 2, Unauthorized or Forbidden or NotFound or Unexpected => 3 };")]
    [InlineData("int M(R r, R q) => (r, q) {|#1:switch|} { (Ok, _) => 1, (_, Ok) => 2 };")]
    [InlineData("int M(R? r) => r {|#1:switch|} { Ok => 1, Unauthorized or Forbidden or NotFound or Unexpected => 3 };")]
    public Task CS8509_remains_where_the_missing_case_is_unknown(string member) => Verify.MemberWithWarningsAsync(member, Kept());

    [Fact]
    public Task A_switch_statement_is_left_to_CDE1002() => Verify.MemberWithWarningsAsync(
        "async Task M() { switch (await {|CDE1002:c.A()|}) { case Ok: Do(); break; } }");

    [Fact]
    public Task Another_result_in_the_same_body_is_still_reported() => Verify.MemberWithWarningsAsync(
        """
            async Task<int> M()
            {
                var a = await {|CDE1002:c.A()|};
                return await c.A() {|#0:switch|} { Ok => 1 };
            }
        """,
        new DiagnosticResult("CDE1010", DiagnosticSeverity.Warning).WithLocation(0), Suppressed());
}
