using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

public sealed class OptionTests
{
    [Theory]
    [InlineData("401", "async Task M() { if (await {|CDE1002:c.A()|} is Ok or Forbidden or NotFound) Do(); }")]
    [InlineData("401", "async Task M() { if (await c.A() is Unauthorized) Do(); }")]
    [InlineData("default", "async Task M() { if (await {|CDE1002:c.A()|} is Forbidden or NotFound or Unauthorized) Do(); }")]
    [InlineData("default", "async Task M() { if (await c.A() is Unexpected) Do(); }")]
    [InlineData("all", "async Task M() { if (await {|CDE1002:c.A()|} is Forbidden or NotFound or Unauthorized) Do(); }")]
    [InlineData("all", "async Task M() { if (await c.A() is Forbidden or NotFound or Unauthorized or Unexpected) Do(); }")]
    [InlineData("4xx", "async Task M() { if (await c.A() is Forbidden or NotFound or Unauthorized) Do(); }")]
    [InlineData("4XX", "async Task M() { if (await {|CDE1002:c.A()|} is Forbidden or NotFound) Do(); }")]
    [InlineData("409", "async Task M() { if (await c.A() is Ok) Do(); }")]
    [InlineData("5xx", "async Task M() { if (await c.A() is Ok) Do(); }")]
    public Task RequiredStatuses(string statuses, string member) => Verify.MemberAsync(member, "cde_required_statuses = " + statuses);

    [Theory]
    [InlineData("5xx", true)]
    [InlineData("503", false)]
    [InlineData("403,404", false)]
    [InlineData("all", true)]
    public Task ARangeIsRequiredWhereItIsNamed(string statuses, bool isRequired) => Verify.MemberAsync(
        $$"""
            [ApiResult]
            public abstract class GetResult : ApiResult
            {
                GetResult() : base(200) { }
                [ApiResultCase(200)] public sealed class Success : GetResult { }
                [ApiResultCase("5XX")] public sealed class ServerError : GetResult { }
            }

            GetResult Get() => null!;

            void M() { if ({{(isRequired ? "{|CDE1002:Get()|}" : "Get()")}} is GetResult.Success) Do(); }
        """,
        "cde_required_statuses = " + statuses);

    [Theory]
    [InlineData("async Task<int> M() => await {|CDE1003:c.A()|} switch { Ok => 1, Forbidden f when f.Reason == \"x\" => 2, NotFound => 3, _ => 0 };")]
    [InlineData("async Task M() { var r = await {|CDE1002:c.A()|}; if (r is Forbidden { Reason: \"x\" }) Do(); if (r is NotFound) Do(); }")]
    [InlineData("async Task M() { var r = await {|CDE1002:c.A()|}; if (r is Forbidden && DateTime.Now.Ticks > 1) Do(); if (r is NotFound) Do(); }")]
    [InlineData("async Task M() { var r = await c.A(); if (r is Forbidden && DateTime.Now.Ticks > 1) Do(); else if (r is Forbidden) Do(); if (r is NotFound) Do(); }")]
    [InlineData("async Task M() { var r = await c.A(); switch (r) { case Forbidden f when f.Reason == \"x\": Do(); break; case Forbidden: Do(); break; case NotFound: break; } }")]
    public Task GuardsNeedNotCount(string member) => Verify.MemberAsync(member, "cde_guard_counts = false");

    [Theory]
    [InlineData("cde_neutral_sinks = M:Subject.Note", true)]
    [InlineData("cde_neutral_sinks = M:Subject.Note(…)", true)]
    [InlineData("cde_neutral_sinks = M:Subject.Note(System.Object)", true)]
    [InlineData("cde_neutral_sinks = M:Subject.Note(System.String)", false)]
    [InlineData("cde_neutral_sinks = T:Subject", true)]
    [InlineData("cde_neutral_sinks = T:Other|M:Subject.Not", false)]
    public Task NeutralSinksAreNoUse(string option, bool isReported) => Verify.MemberAsync(
        $$"""
            static void Note(object? value) { }
            async Task M() { Note(await {{(isReported ? "{|CDE1002:c.A()|}" : "c.A()")}}); }
        """,
        option);

    [Fact]
    public Task ANamespaceOfNeutralSinks() => Verify.SourceAsync(
        Verify.Member("async Task M() { My.Deep.Journal.Write(await {|CDE1002:c.A()|}); Other.Journal.Write(await c.A()); }")
        + "namespace My.Deep { static class Journal { public static void Write(object? o) { } } } namespace Other { static class Journal { public static void Write(object? o) { } } }",
        "cde_neutral_sinks = N:My");

    [Fact]
    public Task HandlersMarkAsHandled() => Verify.MemberAsync(
        """
            async Task M() { Log.Info("x", await c.A()); }
            async Task N() { Use((await c.A()).EnsureOk()); }
        """,
        "cde_handlers = M:Log.Info(…) | M:R.EnsureOk");

    [Fact]
    public Task ParametersAreFollowedOnRequest() => Verify.MemberAsync(
        """
            void M({|CDE1002:R r|}) { if (r is Ok) Do(); }
            async Task N({|CDE1002:Task<R> t|}) { if (await t is Forbidden) Do(); }
            void O(R r) { if (r is Forbidden or NotFound) Do(); }
            void P(R r) { Action a = () => Use(r); a(); }
            void Q({|CDE1002:R r|}) { }
        """,
        "cde_check_parameters = true");

    [Theory]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { await c.A(); }")]
    [InlineData("auto", "[Xunit.Fact] public void M() { c.A(); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { Func<Task> act = async () => await c.A(); await act(); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { Func<Task> act = () => c.A(); await act(); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { if (await {|CDE1002:c.A()|} is Ok) Do(); }")]
    [InlineData("on", "[Xunit.Fact] public async Task M() { await {|CDE1001:c.A()|}; }")]
    [InlineData("on", "[Xunit.Fact] public void M() { {|CDE1004:c.A()|}; }")]
    [InlineData("off", "[Xunit.Fact] public async Task M() { if (await c.A() is Ok) Do(); }")]
    [InlineData("off", "public async Task M() { if (await {|CDE1002:c.A()|} is Ok) Do(); }")]
    public Task Tests(string mode, string member) => Verify.MemberAsync(member, "cde_tests = " + mode);

    [Fact]
    public Task OptionsHoldForTheTreesTheyAreSetFor() => Verify.SourceAsync(
        Verify.Member("async Task M() { if (await {|CDE1002:c.A()|} is Forbidden or NotFound) Do(); }"),
        "[/0/Test0.cs]\ncde_required_statuses = 401\n[/0/Other.cs]\ncde_required_statuses = nonsense");
}
