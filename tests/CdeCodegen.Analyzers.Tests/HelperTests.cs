using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies the messages of <c>cde_check_parameters</c> about private helpers, and which helpers it follows. <c>shapes.helpers.txt</c> has the shapes.</summary>
public sealed class HelperTests
{
    private const string Option = "cde_check_parameters = true";

    private static DiagnosticResult Unhandled(string message) => new DiagnosticResult("CDE1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message);

    [Fact]
    public Task Without_the_option_a_helper_handles_what_it_is_given() => Verify.MemberAsync(
        "async Task M() { H(await c.A()); } void H(R r) { if (r is Ok) Do(); }");

    [Fact]
    public Task The_call_is_reported_with_the_test_in_the_helper() => Verify.MemberAsync(
        """
            async Task M() { Show(await {|#0:c.A()|}); }
            void Show(R r)
            {
                if ({|#1:r is Ok|}) Do();
            }
        """,
        Option,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: they fall through the test in 'Show' on line 18, after 'A'").WithLocation(1));

    [Fact]
    public Task A_helper_without_a_test_is_reported_with_its_parameter() => Verify.MemberAsync(
        """
            async Task M() { Show(await {|#0:c.A()|}); }
            void Show({|#1:R r|}) { }
        """,
        Option,
        Unhandled("403 Forbidden and 404 NotFound of 'R' are not handled: they fall through 'Show' on line 16, which does not test it, after 'A'").WithLocation(1));

    [Fact]
    public Task A_test_of_the_caller_comes_first_and_the_helper_is_named() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                if ({|#1:r is Forbidden|}) return;
                Show(r);
            }
            void Show(R r) { if ({|#2:r is Ok|}) Do(); }
        """,
        Option,
        Unhandled("404 NotFound of 'R' is not handled: it falls through the test in 'Show' on line 21, after 'A'").WithLocation(1).WithLocation(2));

    [Fact]
    public Task A_test_after_the_helper_is_named() => Verify.MemberAsync(
        """
            async Task M()
            {
                var r = await {|#0:c.A()|};
                Show(r);
                if ({|#1:r is Forbidden|}) Do();
            }
            void Show(R r) { if (r is Ok) Do(); }
        """,
        Option,
        Unhandled("404 NotFound of 'R' is not handled: it falls through the test on line 19, after 'A'").WithLocation(1));

    [Fact]
    public Task A_catch_all_in_the_helper_is_named() => Verify.MemberAsync(
        """
            async Task M() { Show(await {|#0:c.A()|}); }
            void Show(R r) { if ({|#1:r is Ok|}) Do(); else Do(); }
        """,
        Option,
        new DiagnosticResult("CDE1003", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1)
            .WithMessage("403 Forbidden and 404 NotFound of 'R' are handled only by a catch-all of the test in 'Show' on line 16, after 'A'"));

    [Fact]
    public Task A_helper_in_another_part_of_the_type_is_followed() => Verify.SourceAsync(
        $$"""
        {{Verify.Usings}}
        partial class Subject
        {
            readonly C c = new();
            async Task M() { Show(await {|CDE1002:c.A()|}); Tell(await c.A()); }
            partial void Tell(R r);
        }

        partial class Subject
        {
            void Show(R r) { if (r is Ok) Use(); }
            partial void Tell(R r) { if (r is Forbidden or NotFound) Use(); }
            void Use() { }
        }
        """,
        Option);

    [Fact]
    public Task A_private_extension_method_is_followed() => Verify.SourceAsync(
        $$"""
        {{Verify.Usings}}
        static class Subject
        {
            static void Show(this R r) { if (r is Ok) Use(); }
            static void Tell(this R r, int times = 1) { if (r is Forbidden or NotFound) Use(); }
            static void Use() { }
            public static async Task M(C c) { (await {|CDE1002:c.A()|}).Show(); (await c.A()).Tell(); Show(await {|CDE1002:c.A()|}); }
        }
        """,
        Option);

    [Fact]
    public Task A_helper_with_syntax_errors_is_not_followed() => Verify.MemberAsync(
        """
            async Task M() { Show(await c.A()); Tell(await {|CDE1002:c.A()|}); }
            void Show(R r) { if (r is Ok) Do(); int n = {|CS1525:;|} }
            void Tell(R r) { if (r is Ok) Do(); }
        """,
        Option);
}
