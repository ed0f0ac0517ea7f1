using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1009
{
    // The test library ignores hidden diagnostics.
    private const string On = "dotnet_diagnostic.CDE1009.severity = suggestion";

    [Theory]
    [InlineData("int M(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5, {|CDE1009:_|} => 6 };")]
    [InlineData("void M(R r) { switch (r) { case Ok: case Unauthorized: Do(); break; case Forbidden: case NotFound: case Unexpected: break; {|CDE1009:default:|} Do(); break; } }")]
    public Task It_is_reported_on_the_catch_all(string member) => Verify.MemberAsync(member, On);

    [Theory]
    [InlineData("int M(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, _ => 6 };")]
    [InlineData("int M(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden { Reason: \"x\" } => 3, NotFound => 4, Unexpected => 5, _ => 6 };")]
    [InlineData("int M(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden f when f.Reason != \"\" => 3, NotFound => 4, Unexpected => 5, _ => 6 };")]
    [InlineData("int M(R? r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5, _ => 6 };")]
    public Task A_reachable_catch_all_is_not_reported(string member) => Verify.MemberAsync(member, On);
}
