using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1007
{
    [Fact]
    public Task It_is_reported_on_the_unwrapping_call() => Verify.MemberAsync(
        "async Task M() { Use({|#0:(await c.A()).EnsureOk()|}); }",
        null,
        new DiagnosticResult("CDE1007", DiagnosticSeverity.Info).WithLocation(0).WithMessage("'R' is unwrapped without a check of its case"));

    [Fact]
    public Task It_is_reported_on_the_cast() => Verify.MemberAsync(
        "async Task M() { var r = await c.A(); if (r is Forbidden or NotFound) return; Use(({|CDE1007:(Ok)r|}).Value); }");

    [Fact]
    public Task It_is_not_reported_after_a_test() => Verify.MemberAsync(
        "async Task M() { var r = await c.A(); if (r is not Ok) { Use(r); return; } Use(r.EnsureOk()); Use(((Ok)r).Value); }");

    [Theory]
    [InlineData("catch (ApiResultException) { }", false)]
    [InlineData("catch (Exception) { }", false)]
    [InlineData("catch { }", false)]
    [InlineData("catch (ApiResultException e) when (e.Message != \"\") { }", false)]
    [InlineData("catch (TimeoutException) { }", true)]
    [InlineData("finally { }", true)]
    public Task It_is_not_reported_if_the_exception_is_caught(string handler, bool isReported) => Verify.SourceAsync(
        Verify.Member($$"""
            async Task M()
            {
                try { Use({{(isReported ? "{|CDE1007:(await c.A()).EnsureOk()|}" : "(await c.A()).EnsureOk()")}}); }
                {{handler}}
            }
        """) + "namespace CdeCodegen.Runtime { public class ApiResultException : Exception { } }");

    [Theory]
    [InlineData("await foreach (var item in {|CDE1007:Pages()|}) Use(item);")]
    [InlineData("await foreach (var item in {|CDE1007:Pages().ConfigureAwait(false)|}) Use(item);")]
    [InlineData("await foreach (var item in {|CDE1007:Pages().WithCancellation(default)|}) Use(item);")]
    [InlineData("try { await foreach (var item in Pages()) Use(item); } catch (ApiResultException) { }")]
    [InlineData("try { await foreach (var item in {|CDE1007:Pages()|}) Use(item); } catch (TimeoutException) { }")]
    [InlineData("try { Do(); } catch (ApiResultException) { await foreach (var item in {|CDE1007:Pages()|}) Use(item); }")]
    [InlineData("await foreach (var page in {|CDE1002:Pages().AsPages()|}) if (page is Ok) Do();")]
    [InlineData("await foreach (var page in Pages().AsPages()) switch (page) { case Ok: Do(); break; case Forbidden or NotFound: break; }")]
    [InlineData("await foreach (var page in {|CDE1002:Pages().AsPages()|}.ConfigureAwait(false)) if (page is Ok or NotFound) Do();")]
    [InlineData("await foreach (var page in {|CDE1002:Pages().AsPages()|}.WithCancellation(default)) switch (page) { case Ok: Do(); break; case NotFound: break; }")]
    [InlineData("await foreach (var page in Pages().AsPages()) Use({|CDE1007:page.EnsureOk()|});")]
    [InlineData("await foreach (var page in Pages().AsPages()) { if (page is Forbidden or NotFound) return; Use(page); }")]
    public Task Paged_enumeration_is_reported_like_unwrapping(string loop) => Verify.SourceAsync(
        Verify.Member($"async Task M() {{ {loop} }} static ApiPages<R, string> Pages() => new();") + """
            namespace CdeCodegen.Runtime
            {
                public class ApiResultException : Exception { }
                public sealed class ApiPages<TResult, TItem> : IAsyncEnumerable<TItem>
                {
                    public IAsyncEnumerable<TResult> AsPages() => null!;
                    public IAsyncEnumerator<TItem> GetAsyncEnumerator(System.Threading.CancellationToken token = default) => null!;
                }
            }
            """);
}
