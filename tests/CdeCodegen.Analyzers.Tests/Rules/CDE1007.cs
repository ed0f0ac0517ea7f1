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

    /// <summary>One compilation has them all, because each takes its time.</summary>
    [Fact]
    public Task Every_part_of_an_expression_is_looked_at() => Verify.MemberAsync(
        """
            R? f;
            readonly List<R> list = new();
            bool Flag() => true;
            async Task Y01() { var n = new int[9]; n[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id] += 1; }
            async Task Y02() { int n = 0; n += ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id; }
            async Task Y03() { var n = new int[9]; n[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id] = 1; }
            async Task Y04() { var n = new int[9]; n[0] = ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id; }
            async Task Y05() { var n = new int[9]; Use(n[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id]); }
            async Task Y06() { var n = new List<int>(); Use(n[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id]); }
            async Task Y07() { var n = new Dictionary<int, int>(); n[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id] = 1; }
            async Task Y08() { Use(new List<int>(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id)); }
            async Task Y09() { Use(new Connector { Id = ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id }); }
            async Task Y10() { throw new Exception("n" + ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y11() { Log.Info("{N}", ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y12() { Log.Info($"n {({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id}"); }
            async Task Y13() { Use(1 + ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y14() { Use(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id + 1); }
            async Task Y15() { if (1 < ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id) Do(); }
            async Task Y16() { if (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id > 1) Do(); }
            async Task Y17() { if (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id == 1) Do(); }
            async Task Y18() { if (1 == ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id) Do(); }
            async Task Y19() { if (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id is 1 or 2) Do(); }
            async Task Y20() { await c.A().ContinueWith(t => { if (t.Result is Forbidden or NotFound) Do(); }, new System.Threading.CancellationToken(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id > 0)); }
            async Task Y21() { {|CDE1001:c.A()|}.Wait(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y22() { Use((await {|CDE1002:c.A("2")|}).Equals(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id)); }
            async Task Y23() { var t = await Task.WhenAny(c.A("2"), Task.FromResult<R>({|CDE1007:(Ok)await {|CDE1002:c.A()|}|})); if (await t is Forbidden or NotFound) Do(); }
            async Task Y24() { using var d = new System.Threading.CancellationTokenSource(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y25() { foreach (int n in new[] { ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id }) Do(); }
            async Task Y26() { switch (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id) { case 1: Do(); break; } }
            async Task Y27() { for (int n = 0; n < 1; n += ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id) Do(); }
            async Task Y28() { lock (new object[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id]) Do(); }
            async Task Y29() { Use((({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id, 1)); }
            async Task Y30() { Use(new { N = ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id }); }
            async Task Y31() { Use(f ?? (object)({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y32() { var (a, b) = (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id, 1); Use(a + b); }
            async Task Y33() { Use((object)({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y34() { Use(-({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y35() { Use(Flag() ? ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id : 1); }
            async Task Y36() { Use(new[] { 1 }[^({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id]); }
            async Task Y37() { Func<Task<int>> g = async () => ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id; Use(g); }
            async Task Y38() { string s = ""; s += ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id; Log.Info(s); }
            async Task Y39() { int? n = null; n ??= ({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id; Use(n); }
            async Task Y40() { Use(new int[({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id]); }
            async Task Y41() { await Task.Delay(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); }
            async Task Y42() { f = {|CDE1007:(Ok)await {|CDE1002:c.A()|}|}; }
            async Task Y43() { list.Add({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}); }
            async Task Y44() { Use(typeof(Ok).IsInstanceOfType({|CDE1007:(Ok)await {|CDE1002:c.A()|}|})); }
            async Task Y45() { await Task.WhenAll(Task.Delay(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id)); }
            async Task Y46() { var q = new ValueTask<int>(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id); Use(await q); }
            async Task Y47() { Use(checked(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id * 2)); }
            async Task Y48() { while (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id > 1) Do(); }
            async Task Y49() { do { Do(); } while (({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id > 1); }
            async Task Y50() { Use(await Task.FromResult(({|CDE1007:(Ok)await {|CDE1002:c.A()|}|}).Value.Id)); }
        """);
}
