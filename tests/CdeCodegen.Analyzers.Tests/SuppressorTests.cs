using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Compiler warnings fail a test unless they are marked, suppressed ones by a number.</summary>
public sealed class SuppressorTests
{
    static DiagnosticResult Suppressed { get; } = DiagnosticResult.CompilerWarning("CS8509").WithLocation(0).WithIsSuppressed(true);

    [Theory]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok { Value: var v } => v.Id, Unauthorized => 2, Forbidden f => f.Reason.Length, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok or Unauthorized => 1, Forbidden(var why, _) => why.Length, NotFound or Unexpected => 4")]
    [InlineData("{ IsSuccess: true } => 1, Ok => 0, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok when true => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    public Task ASwitchOverAllCasesNeedsNoDiscard(string arms) => Verify.MemberWithWarningsAsync(
        $"int M(R r) => r {{|#0:switch|}} {{ {arms} }};", Suppressed);

    [Theory]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4")]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden { Reason: \"x\" } => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden(\"x\", _) => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok { Value: { } v } => v.Id, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5")]
    [InlineData("Ok => 1, Unauthorized => 2, Forbidden f when f.Reason != \"\" => 3, NotFound => 4, Unexpected => 5")]
    public Task AMissingOrRestrictedCaseKeepsTheWarning(string arms) => Verify.MemberWithWarningsAsync($"int M(R r) => r {{|CS8509:switch|}} {{ {arms} }};");

    [Fact]
    public Task NullIsACaseOfItsOwn() => Verify.MemberWithWarningsAsync(
        """
            int M(R? r) => r {|CS8509:switch|} { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
            int N(R? r) => r {|#0:switch|} { null => 0, Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
        """,
        Suppressed);

    [Fact]
    public Task AStatusSwitchIsCompleteWhereAllStatusesAreExact() => Verify.MemberWithWarningsAsync(
        """
            [ApiResult]
            public abstract class GetResult : ApiResult
            {
                GetResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Success : GetResult { }
                [ApiResultCase(404)] public sealed class Gone : GetResult { }
            }

            int M(GetResult r) => r.StatusCode {|#0:switch|} { 200 => 1, 404 => 2 };
            int N(GetResult r) => r.StatusCode {|CS8509:switch|} { 200 => 1 };
            int O(R r) => r.StatusCode {|CS8509:switch|} { 200 => 1, 401 => 2, 403 => 3, 404 => 4 };
        """,
        Suppressed);

    [Fact]
    public Task OtherSwitchesAreNoConcern() => Verify.MemberWithWarningsAsync(
        """
            int M(object o) => o {|CS8509:switch|} { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
            int N(bool? b) => b {|CS8509:switch|} { true => 1 };
        """);
}
