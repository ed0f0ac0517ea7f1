using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
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
    public Task Only_required_statuses_are_reported(string statuses, string member) => Verify.MemberAsync(member, "cde_required_statuses = " + statuses);

    [Theory]
    [InlineData("5xx", true)]
    [InlineData("503", false)]
    [InlineData("403,404", false)]
    [InlineData("all", true)]
    public Task A_range_is_required_only_if_it_is_named(string statuses, bool isRequired) => Verify.MemberAsync(
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
    public Task A_guarded_test_does_not_count_with_guard_counts_off(string member) => Verify.MemberAsync(member, "cde_guard_counts = false");

    [Theory]
    [InlineData("cde_neutral_sinks = M:Subject.Note", true)]
    [InlineData("cde_neutral_sinks = M:Subject.Note(…)", true)]
    [InlineData("cde_neutral_sinks = M:Subject.Note(System.Object)", true)]
    [InlineData("cde_neutral_sinks = M:Subject.Note(System.String)", false)]
    [InlineData("cde_neutral_sinks = T:Subject", true)]
    [InlineData("cde_neutral_sinks = T:Other|M:Subject.Not", false)]
    public Task A_call_of_a_neutral_sink_does_not_count_as_use(string option, bool isReported) => Verify.MemberAsync(
        $$"""
            static void Note(object? value) { }
            async Task M() { Note(await {{(isReported ? "{|CDE1002:c.A()|}" : "c.A()")}}); }
        """,
        option);

    [Fact]
    public Task A_namespace_of_neutral_sinks_contains_nested_namespaces() => Verify.SourceAsync(
        Verify.Member("async Task M() { My.Deep.Journal.Write(await {|CDE1002:c.A()|}); Other.Journal.Write(await c.A()); }")
        + "namespace My.Deep { static class Journal { public static void Write(object? o) { } } } namespace Other { static class Journal { public static void Write(object? o) { } } }",
        "cde_neutral_sinks = N:My");

    [Fact]
    public Task A_handler_handles_its_argument() => Verify.MemberAsync(
        """
            async Task M() { Log.Info("x", await c.A()); }
            async Task N() { Use((await c.A()).EnsureOk()); }
        """,
        "cde_handlers = M:Log.Info(…) | M:R.EnsureOk");

    [Fact]
    public Task Parameters_are_followed_only_with_the_option() => Verify.MemberAsync(
        """
            void M({|CDE1002:R r|}) { if (r is Ok) Do(); }
            async Task N({|CDE1002:Task<R> t|}) { if (await t is Forbidden) Do(); }
            void O(R r) { if (r is Forbidden or NotFound) Do(); }
            void P(R r) { Action a = () => Use(r); a(); }
            void Q({|CDE1002:R r|}) { }
        """,
        "cde_check_parameters = true");

    [Theory]
    [InlineData("void M() { void L({|CDE1002:R r|}) { if (r is Ok) Do(); } L(null!); }")]
    [InlineData("void M() { static void L({|CDE1002:R r|}) { if (r is Ok) Do(); } }")]
    [InlineData("Action<R> a = ({|CDE1002:r|}) => { if (r is Ok) Do(); };")]
    [InlineData("Action<R> A() => {|CDE1002:r|} => { if (r is Ok) Do(); };")]
    [InlineData("Func<R, int> A() => {|CDE1003:r|} => r is Ok ? 1 : 0;")]
    [InlineData("Func<R, bool> A() => r => r is Ok;")]
    [InlineData("Action<R> A() => r => { if (r is Forbidden or NotFound) Do(); };")]
    [InlineData("Action<R> A() => delegate({|CDE1002:R r|}) { if (r is Ok) Do(); };")]
    [InlineData("public Subject() { } public Subject({|CDE1002:R r|}) { if (r is Ok) Do(); }")]
    [InlineData("public static int operator +(Subject s, {|CDE1002:R r|}) { if (r is Ok) Do(); return 1; }")]
    [InlineData("void M(out R r) { r = c.S(); }")]
    [InlineData("void M(params R[] rs) { foreach (var r in rs) if (r is Forbidden or NotFound) Do(); }")]
    [InlineData("R M(R r) => r;")]
    [InlineData("int M({|CDE1003:R r|}) => r switch { Ok => 1, _ => 2 };")]
    [InlineData("int M(R r) => r switch { Ok => 1, Forbidden => 2, NotFound => 3, _ => 2 };")]
    public Task Parameters_of_every_kind_of_function_are_followed(string member) => Verify.MemberAsync(member, "cde_check_parameters = true");

    [Theory]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { await c.A(); }")]
    [InlineData("auto", "[Xunit.Fact] public void M() { c.A(); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { Func<Task> act = async () => await c.A(); await act(); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { Func<Task> act = () => c.A(); await act(); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { if (await {|CDE1002:c.A()|} is Ok) Do(); }")]
    [InlineData("on", "[Xunit.Fact] public async Task M() { await {|CDE1001:c.A()|}; }")]
    [InlineData("on", "[Xunit.Fact] public void M() { {|CDE1004:c.A()|}; }")]
    [InlineData("off", "[Xunit.Fact] public async Task M() { if (await c.A() is Ok) Do(); }")]
    [InlineData("off", "[Xunit.Fact] public async Task M() { Use((await c.A()).EnsureOk()); _ = await c.A(); Task t = c.A(); c.A(); if ((await c.A()).StatusCode == 201) Do(); }")]
    [InlineData("off\ndotnet_diagnostic.CDE1009.severity = warning", "[Xunit.Fact] public int M() => c.S() switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5, _ => 6 };")]
    [InlineData("auto\ndotnet_diagnostic.CDE1009.severity = warning", "[Xunit.Fact] public int M() => c.S() switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5, {|CDE1009:_|} => 6 };")]
    [InlineData("off", "public async Task M() { if (await {|CDE1002:c.A()|} is Ok) Do(); }")]
    public Task Test_methods_follow_cde_tests(string mode, string member) => Verify.MemberAsync(member, "cde_tests = " + mode);

    [Fact]
    public Task Options_apply_per_file() => Verify.SourceAsync(
        Verify.Member("async Task M() { if (await {|CDE1002:c.A()|} is Forbidden or NotFound) Do(); }"),
        "[/0/Test0.cs]\ncde_required_statuses = 401\n[/0/Other.cs]\ncde_required_statuses = nonsense");

    /// <summary>An invalid value is reported once, and the default applies: 403 and 404.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("40", "40")]
    [InlineData("999", "999")]
    [InlineData("600", "600")]
    [InlineData("099", "099")]
    [InlineData("4o3", "4o3")]
    [InlineData("abc", "abc")]
    [InlineData("4x", "4x")]
    [InlineData("4x3", "4x3")]
    [InlineData("40x", "40x")]
    [InlineData("xxx", "xxx")]
    [InlineData("-403", "-403")]
    [InlineData("403 404", "403 404")]
    [InlineData("403|404", "403|404")]
    [InlineData("403,", "403,")]
    [InlineData(",403", ",403")]
    [InlineData("401,,409", "401,,409")]
    [InlineData("401,bad,worse", "bad")]
    [InlineData("defaults", "defaults")]
    [InlineData("none", "none")]
    [InlineData("[403]", "[403]")]
    public Task An_invalid_list_of_statuses_is_reported_and_the_default_applies(string statuses, string shown) => Verify.MemberAsync(
        "async Task M() { if (await {|CDE1002:c.A()|} is Unauthorized or NotFound) Do(); if (await c.A() is Forbidden or NotFound) Do(); }",
        "cde_required_statuses = " + statuses,
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Warning)
            .WithMessage($"'{shown}' is not a valid value for 'cde_required_statuses': expected a comma-separated list of statuses (403), classes (4xx), 'default' or 'all'"));

    [Theory]
    [InlineData("401", "401 Unauthorized")]
    [InlineData("401,401", "401 Unauthorized")]
    [InlineData(" 401 , 403 ", "401 Unauthorized and 403 Forbidden")]
    [InlineData("401,403", "401 Unauthorized and 403 Forbidden")]
    [InlineData("404,403", "403 Forbidden and 404 NotFound")]
    [InlineData("403,5xx", "403 Forbidden")]
    [InlineData("4xx", "401 Unauthorized, 403 Forbidden and 404 NotFound")]
    [InlineData("4Xx,default", "401 Unauthorized, 403 Forbidden, 404 NotFound and default Unexpected")]
    [InlineData("DEFAULT", "default Unexpected")]
    [InlineData("All", "401 Unauthorized, 403 Forbidden, 404 NotFound and default Unexpected")]
    [InlineData("all,404", "401 Unauthorized, 403 Forbidden, 404 NotFound and default Unexpected")]
    [InlineData("unset", "403 Forbidden and 404 NotFound")]
    public async Task The_message_names_the_required_statuses(string statuses, string shown)
    {
        string verb = shown.Contains(" and ", StringComparison.Ordinal) ? "are" : "is";
        string falls = verb == "are" ? "they fall" : "it falls";
        await Verify.MemberAsync(
            "async Task M() { if (await {|#0:c.A()|} is Ok) Do(); }",
            "cde_required_statuses = " + statuses,
            new DiagnosticResult("CDE1002", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage($"{shown} of 'R' {verb} not handled: {falls} through the test on line 15, after 'A'"));
    }

    [Theory]
    [InlineData("2xx", "async Task M() { if (await {|CDE1002:c.A()|} is Forbidden) Do(); }")]
    [InlineData("200", "async Task M() { if (await {|CDE1002:c.A()|} is Forbidden) Do(); }")]
    [InlineData("all", "async Task M() { if (await c.A() is not Ok and (Forbidden or NotFound or Unauthorized or Unexpected)) Do(); }")]
    public Task Success_is_required_only_if_it_is_named(string statuses, string member) => Verify.MemberAsync(member, "cde_required_statuses = " + statuses);

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    [InlineData("unset", true)]
    public Task A_boolean_is_case_insensitive(string value, bool counts) => Verify.MemberAsync(
        $"async Task M() {{ var r = await {(counts ? "c.A()" : "{|CDE1002:c.A()|}")}; if (r is Forbidden {{ Reason: \"x\" }}) Do(); if (r is NotFound) Do(); }}",
        "cde_guard_counts = " + value);

    [Theory]
    [InlineData("cde_guard_counts = yes", "yes", "cde_guard_counts", "'true' or 'false'")]
    [InlineData("cde_guard_counts = 1", "1", "cde_guard_counts", "'true' or 'false'")]
    [InlineData("cde_guard_counts =", "", "cde_guard_counts", "'true' or 'false'")]
    [InlineData("cde_check_parameters = on", "on", "cde_check_parameters", "'true' or 'false'")]
    [InlineData("cde_tests = true", "true", "cde_tests", "'auto', 'on' or 'off'")]
    [InlineData("cde_tests =", "", "cde_tests", "'auto', 'on' or 'off'")]
    public Task An_invalid_value_is_reported_and_the_default_applies(string line, string value, string option, string expected) => Verify.MemberAsync(
        """
            async Task M() { var r = await c.A(); if (r is Forbidden { Reason: "x" }) Do(); if (r is NotFound) Do(); }
            void N(R r) { if (r is Ok) Do(); }
            [Xunit.Fact] public async Task T() { await c.A(); if (await {|CDE1002:c.A()|} is Ok) Do(); }
        """,
        line,
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Warning).WithMessage($"'{value}' is not a valid value for '{option}': expected {expected}"));

    [Theory]
    [InlineData("cde_required_status = 401", "cde_required_status", "cde_required_statuses")]
    [InlineData("CDE_Required_Statusses = 401", "cde_required_statusses", "cde_required_statuses")]
    [InlineData("cde_guards_count = false", "cde_guards_count", "cde_guard_counts")]
    [InlineData("cde_neutral_sink = N:My", "cde_neutral_sink", "cde_neutral_sinks")]
    [InlineData("cde_handler = N:My", "cde_handler", "cde_handlers")]
    [InlineData("cde_check_parameter = true", "cde_check_parameter", "cde_check_parameters")]
    [InlineData("cde_test = off", "cde_test", "cde_tests")]
    public Task An_unknown_name_is_reported(string line, string shown, string nearest) => Verify.MemberAsync(
        "async Task M() { if (await {|CDE1002:c.A()|} is Ok) Do(); }",
        line,
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Warning).WithMessage($"There is no option '{shown}': the nearest is '{nearest}'"));

    [Fact]
    public Task Names_are_case_insensitive_and_other_names_are_ignored() => Verify.MemberAsync(
        "async Task M() { if (await {|CDE1002:c.A()|} is Forbidden or NotFound) Do(); }",
        "CDE_Required_Statuses = 401\ncdx_other = 1\ndotnet_code_quality.cde_x = 2");

    [Fact]
    public Task A_configured_severity_of_CDE1000_applies() => Verify.MemberAsync(
        "void M() { }",
        "cde_tests = maybe\ncde_test = on\ndotnet_diagnostic.CDE1000.severity = error",
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Error).WithMessage("'maybe' is not a valid value for 'cde_tests': expected 'auto', 'on' or 'off'"),
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Error).WithMessage("There is no option 'cde_test': the nearest is 'cde_tests'"));

    [Fact]
    public Task A_suppressed_CDE1000_is_not_reported() => Verify.MemberAsync("void M() { }", "cde_tests = maybe\ndotnet_diagnostic.CDE1000.severity = none");

    /// <summary>A test method has an attribute of a known test framework.</summary>
    [Theory]
    [InlineData("[Xunit.Fact]", true)]
    [InlineData("[T.Theory]", true)]
    [InlineData("[T.MyFact]", true)]
    [InlineData("[T.Deeper]", true)]
    [InlineData("[T.Test]", true)]
    [InlineData("[T.TestCase(1)]", true)]
    [InlineData("[T.TestMethod]", true)]
    [InlineData("[T.DataTestMethod]", true)]
    [InlineData("[T.StaTestMethod]", true)]
    [InlineData("[T.ThirdFact]", true)]
    [InlineData("[T.Builder]", true)]
    [InlineData("[T.SetUp]", false)]
    [InlineData("[T.Fact2]", false)]
    [InlineData("[Obsolete]", false)]
    [InlineData("", false)]
    public Task A_test_method_is_recognized_by_its_attribute(string attribute, bool isTest) => Verify.SourceAsync(
        Verify.Member($"{attribute} public async Task M() {{ await {(isTest ? "c.A()" : "{|CDE1001:c.A()|}")}; async Task L() => await {(isTest ? "c.A()" : "{|CDE1001:c.A()|}")}; await L(); }}") + """
            namespace T
            {
                public class TheoryAttribute : Attribute { }
                public class FactAttribute : Attribute { }
                public class MyFactAttribute : FactAttribute { }
                public class DeeperAttribute : MyFactAttribute { }
                public class TestAttribute : Attribute { }
                public class TestCaseAttribute : Attribute { public TestCaseAttribute(int n) { } }
                public class TestMethodAttribute : Attribute { }
                public class DataTestMethodAttribute : Attribute { }
                public class StaTestMethodAttribute : TestMethodAttribute { }
                public interface IFactAttribute { }
                public class ThirdFactAttribute : Attribute, IFactAttribute { }
                public interface ITestBuilder { }
                public class BuilderAttribute : Attribute, ITestBuilder { }
                public class SetUpAttribute : Attribute { }
                public class Fact2Attribute : Attribute { }
            }
            """);

    [Fact]
    public Task A_type_that_overrides_a_test_method_is_test_code() => Verify.SourceAsync(
        Verify.Member("void N() { }") + """
            abstract class Base { [Xunit.Fact] public abstract Task M(); public abstract Task N(); }
            class Derived : Base { readonly C c = new(); public override async Task M() => await c.A(); public override async Task N() => await c.A(); }
            class Other : Elsewhere { readonly C c = new(); public override async Task N() => await {|CDE1001:c.A()|}; }
            abstract class Elsewhere { public abstract Task N(); }
            """);

    /// <summary>The helpers, the set-up and the nested types of a test class are test code, and so is every type of a test project.</summary>
    [Theory]
    [InlineData("auto", "[Xunit.Fact] public void T() { } async Task Helper() { await c.A(); c.A(); }")]
    [InlineData("auto", "[Xunit.Fact] public void T() { } sealed class Fixture { public async Task InitializeAsync() => await new C().A(); }")]
    [InlineData("auto", "[Xunit.Fact] public void T() { } Subject() { c.S(); }")]
    [InlineData("auto", "[Xunit.Fact] public void T() { } async Task Helper() { if (await {|CDE1002:c.A()|} is Ok) Do(); }")]
    [InlineData("off", "[Xunit.Fact] public void T() { } async Task Helper() { if (await c.A() is Ok) Do(); }")]
    [InlineData("off", "[Xunit.Fact] public void T() { } readonly Func<R, int> f = r => r switch { Ok => 1 };")]
    [InlineData("on", "[Xunit.Fact] public void T() { } async Task Helper() { await {|CDE1001:c.A()|}; }")]
    [InlineData("auto", "sealed class Test { [Xunit.Fact] public void T() { } } async Task M() { await {|CDE1001:c.A()|}; }")]
    public Task Every_member_of_a_type_with_a_test_is_test_code(string mode, string member) => Verify.MemberAsync(member, "cde_tests = " + mode);

    [Theory]
    [InlineData("true", "auto", "async Task M() { await c.A(); c.A(); }")]
    [InlineData("True", "auto", "async Task M() { var r = await c.A(); Use(((Ok)r).Value); }")]
    [InlineData("true", "on", "async Task M() { await {|CDE1001:c.A()|}; }")]
    [InlineData("true", "off", "async Task M() { if (await c.A() is Ok) Do(); }")]
    [InlineData("false", "auto", "async Task M() { await {|CDE1001:c.A()|}; }")]
    [InlineData("", "auto", "async Task M() { await {|CDE1001:c.A()|}; }")]
    public Task Every_type_of_a_test_project_is_test_code(string property, string mode, string member) =>
        Verify.InProjectAsync(member, "cde_tests = " + mode, "build_property.IsTestProject = " + property);

    [Theory]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { var r = await c.A(); Use(((Ok)r).Value); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() { var ok = (Ok)await c.A(); Use(ok.Value); }")]
    [InlineData("auto", "[Xunit.Fact] public async Task M() => Use((await c.A() as Ok)!.Value);")]
    [InlineData("on", "[Xunit.Fact] public async Task M() { var r = await {|CDE1002:c.A()|}; Use(({|CDE1007:(Ok)r|}).Value); }")]
    [InlineData("auto", "public async Task M() { var r = await {|CDE1002:c.A()|}; Use(({|CDE1007:(Ok)r|}).Value); }")]
    public Task A_cast_in_a_test_is_an_assertion(string mode, string member) => Verify.MemberAsync(member, "cde_tests = " + mode);
}
