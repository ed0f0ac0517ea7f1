using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Tasks;

namespace CdeCodegen.Generator.Tests.Tasks;

/// <summary>The severities that a project gives to the diagnostics of the build task.</summary>
public class SeverityRulesTests
{
    [Fact]
    public void Without_options_the_severity_is_the_default()
    {
        SeverityRules rules = Rules();

        Assert.Equal(Severity.Error, rules.Of(Descriptors.SyntaxError));
        Assert.Equal(Severity.Warning, rules.Of(Descriptors.UnresolvedReference));
        Assert.Equal(Severity.Info, rules.Of(Descriptors.Degraded));
    }

    [Theory]
    [InlineData("CDE0004")]
    [InlineData("1591;cde0004")]
    [InlineData("CS1591, CDE0004")]
    [InlineData("\n  CDE0003\n  CDE0004\n")]
    public void NoWarn_suppresses(string noWarn) => Assert.Null(Rules(noWarn: noWarn).Of(Descriptors.UnresolvedReference));

    [Fact]
    public void NoWarn_wins_over_a_configuration_file() =>
        Assert.Null(Rules(noWarn: "CDE0004", config: "is_global = true\ndotnet_diagnostic.CDE0004.severity = error").Of(Descriptors.UnresolvedReference));

    [Fact]
    public void Warnings_become_errors_unless_the_project_excludes_them()
    {
        SeverityRules rules = Rules(all: true, not: "CDE0016");

        Assert.Equal(Severity.Error, rules.Of(Descriptors.UnresolvedReference));
        Assert.Equal(Severity.Warning, rules.Of(Descriptors.Skipped));
        Assert.Equal(Severity.Info, rules.Of(Descriptors.Degraded));
    }

    [Fact]
    public void A_listed_id_becomes_an_error_even_if_it_is_an_information()
    {
        SeverityRules rules = Rules(errors: "CDE0004,CDE0007");

        Assert.Equal(Severity.Error, rules.Of(Descriptors.UnresolvedReference));
        Assert.Equal(Severity.Error, rules.Of(Descriptors.Degraded));
        Assert.Equal(Severity.Warning, rules.Of(Descriptors.Skipped));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("silent", "Info")]
    [InlineData("suggestion", "Info")]
    [InlineData("warning", "Warning")]
    [InlineData("error # comment", "Error")]
    [InlineData("default", "Warning")]
    public void A_global_configuration_file_sets_the_severity(string value, string? expected) =>
        Assert.Equal(expected, Rules(config: $"is_global = true\ndotnet_diagnostic.cde0004.severity = {value}").Of(Descriptors.UnresolvedReference)?.ToString());

    [Fact]
    public void A_section_and_a_file_that_is_not_global_set_nothing()
    {
        Assert.Equal(Severity.Warning, Rules(config: "dotnet_diagnostic.CDE0004.severity = none").Of(Descriptors.UnresolvedReference));
        Assert.Equal(
            Severity.Warning, Rules(config: "is_global = true\n[*.yaml]\ndotnet_diagnostic.CDE0004.severity = none").Of(Descriptors.UnresolvedReference));
    }

    [Fact]
    public void The_higher_level_wins_and_equal_levels_that_disagree_cancel_each_other()
    {
        var config = new GlobalConfig();
        config.Add("a/rules.globalconfig", "is_global = true\ndotnet_diagnostic.CDE0001.severity = none\ndotnet_diagnostic.CDE0002.severity = none");
        config.Add("a/.globalconfig", "dotnet_diagnostic.CDE0001.severity = error");
        config.Add("a/more.globalconfig", "is_global = true\nglobal_level = 0\ndotnet_diagnostic.CDE0002.severity = error");

        Assert.Equal("error", config.SeverityOf("CDE0001"));
        Assert.Null(config.SeverityOf("CDE0002"));
    }

    private static SeverityRules Rules(string noWarn = "", string errors = "", string not = "", bool all = false, string config = "")
    {
        var global = new GlobalConfig();
        global.Add("rules.editorconfig", config);
        return new SeverityRules(noWarn, errors, not, all, global);
    }
}
