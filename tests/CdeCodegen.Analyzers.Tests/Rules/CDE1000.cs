using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Rules;

public sealed class CDE1000
{
    [Theory]
    [InlineData("cde_required_statuses = 403,4o4", "4o4", "cde_required_statuses", "a comma-separated list of statuses (403), classes (4xx), 'default' or 'all'")]
    [InlineData("cde_required_statuses = 700", "700", "cde_required_statuses", "a comma-separated list of statuses (403), classes (4xx), 'default' or 'all'")]
    [InlineData("cde_guard_counts = maybe", "maybe", "cde_guard_counts", "'true' or 'false'")]
    [InlineData("cde_check_parameters = 1", "1", "cde_check_parameters", "'true' or 'false'")]
    [InlineData("cde_tests = sometimes", "sometimes", "cde_tests", "'auto', 'on' or 'off'")]
    [InlineData("cde_neutral_sinks = Serilog", "Serilog", "cde_neutral_sinks", "a list of 'M:Namespace.Type.Method', 'T:Namespace.Type' or 'N:Namespace', separated by '|'")]
    [InlineData("cde_handlers = M:Check", "M:Check", "cde_handlers", "a list of 'M:Namespace.Type.Method', 'T:Namespace.Type' or 'N:Namespace', separated by '|'")]
    public Task An_invalid_value_is_reported_once_and_the_default_applies(string line, string value, string option, string expected) => Verify.MemberAsync(
        "async Task M() { if (await {|CDE1002:c.A()|} is Ok) Do(); }",
        line,
        new DiagnosticResult("CDE1000", DiagnosticSeverity.Warning).WithMessage($"'{value}' is not a valid value for '{option}': expected {expected}"));

    [Fact]
    public Task Every_valid_form_of_every_option_is_accepted() => Verify.MemberAsync(
        "void M() { }",
        """
        cde_required_statuses = 401, 403,4xx,5XX,default,all
        cde_guard_counts = False
        cde_check_parameters = true
        cde_tests = On
        cde_neutral_sinks = M:My.Log.Write | M:My.Log.Write(System.String) | M:My.Log.Write(…)|T:My.Log|N:Serilog
        cde_handlers = M:My.Http.Check(...)
        """);
}
