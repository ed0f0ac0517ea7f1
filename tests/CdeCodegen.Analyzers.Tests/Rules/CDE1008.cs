using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1008
{
    private const string Result = """
            [ApiResult(Operation = "get")]
            public abstract class GetResult : ApiResult
            {
                GetResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Success : GetResult { }
                [ApiResultCase(404)] public sealed class Gone : GetResult { }
                [ApiResultCase("5XX")] public sealed class ServerError : GetResult { }
            }

            GetResult Get() => null!;

        """;

    [Fact]
    public Task It_is_reported_on_the_constant() => Verify.MemberAsync(
        Result + "void M() { var r = Get(); if (r.StatusCode == 404) Do(); if (r.StatusCode == {|#0:409|}) Do(); }",
        null,
        new DiagnosticResult("CDE1008", DiagnosticSeverity.Info).WithLocation(0).WithMessage("'GetResult' never has the status 409: its operation 'get' does not document it"));

    [Theory]
    [InlineData("int M() => Get().StatusCode switch { 200 => 1, 404 => 2, {|CDE1008:403|} => 3, _ => 4 };")]
    [InlineData("void M() { if (Get() is { StatusCode: 404 or {|CDE1008:410|} }) Do(); }")]
    [InlineData("void M() { switch ((HttpStatusCode)Get().StatusCode) { case HttpStatusCode.NotFound: Do(); break; case {|CDE1008:HttpStatusCode.Conflict|}: Do(); break; } }")]
    [InlineData("void M() { var r = Get(); if (r.StatusCode == 503) Do(); if (r.StatusCode == 404) Do(); }")]
    [InlineData("async Task M() { var r = await c.A(); if (r.StatusCode == 409) Do(); if (r is Forbidden or NotFound) Do(); }")]
    public Task Ranges_and_default_responses_are_considered(string member) => Verify.MemberAsync(Result + member);
}
