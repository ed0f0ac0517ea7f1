using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Unmarked compiler warnings fail a test. Suppressed ones are marked with a number.</summary>
public sealed class SuppressorTests
{
    private static DiagnosticResult Suppressed { get; } = DiagnosticResult.CompilerWarning("CS8509").WithLocation(0).WithIsSuppressed(true);

    // Without this, markup also accepts a suppressed warning.
    private static DiagnosticResult Kept(int location = 1) => DiagnosticResult.CompilerWarning("CS8509").WithLocation(location).WithIsSuppressed(false);

    [Theory]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok { Value: var v } => v.Id, Unauthorized => 2, Forbidden f => f.Reason.Length, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok or Unauthorized => 1, Forbidden(var why, _) => why.Length, NotFound or Unexpected => 4")]
    [InlineData("{ IsSuccess: true } => 1, Ok => 0, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok when true => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    public Task CS8509_is_suppressed_for_a_complete_switch(string arms) => Verify.MemberWithWarningsAsync(
        $"int M(R r) => r {{|#0:switch|}} {{ {arms} }};", Suppressed);

    [Theory]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4")]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden { Reason: \"x\" } => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden(\"x\", _) => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok { Value: { Id: 1 } v } => v.Id, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden f when f.Reason != \"\" => 3, NotFound => 4, Unexpected => 5")]
    public Task A_missing_or_restricted_case_is_reported_as_CDE1010(string arms) => Verify.MemberWithWarningsAsync(
        $"int M(R r) => r {{|#0:switch|}} {{ {arms} }};", new DiagnosticResult("CDE1010", DiagnosticSeverity.Warning).WithLocation(0), Suppressed);

    [Fact]
    public Task A_nullable_result_needs_a_null_arm() => Verify.MemberWithWarningsAsync(
        """
            int M(R? r) => r {|#1:switch|} { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
            int N(R? r) => r {|#0:switch|} { null => 0, Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
        """,
        Suppressed, Kept());

    [Fact]
    public Task A_status_switch_is_complete_if_all_statuses_are_exact() => Verify.MemberWithWarningsAsync(
        """
            [ApiResult]
            public abstract class GetResult : ApiResult
            {
                GetResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Success : GetResult { }
                [ApiResultCase(404)] public sealed class Gone : GetResult { }
            }

            int M(GetResult r) => r.StatusCode {|#0:switch|} { 200 => 1, 404 => 2 };
        """,
        Suppressed);

    [Fact]
    public Task CS8509_remains_for_other_switches() => Verify.MemberWithWarningsAsync(
        """
            int M(object o) => o {|#1:switch|} { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
            int N(bool? b) => b {|#2:switch|} { true => 1 };
        """,
        Kept(), Kept(2));
}
