using System.Reflection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>Validates the document with Microsoft.OpenApi.</summary>
public sealed class OpenApiRulesTests
{
    [Fact]
    public async Task The_only_error_is_the_wrong_parameter_name_of_the_restore_operation()
    {
        ReadResult result = await LoadAsync(Specification.Shared.Yaml, OpenApiConstants.Yaml);

        OpenApiError error = Assert.Single(result.Diagnostic!.Errors);
        Assert.Equal("PathParameterShouldBeInThePath", Assert.IsType<OpenApiValidatorError>(error).RuleName);
        Assert.Contains("~1connectors~1{movedToBinPublicId}~1restore-from-bin", error.Pointer, StringComparison.Ordinal);
        Assert.Contains("\"publicId\"", error.Message, StringComparison.Ordinal);
        Assert.Empty(result.Diagnostic.Warnings);
    }

    [Fact]
    public async Task The_JSON_form_is_the_same_document()
    {
        ReadResult yaml = await LoadAsync(Specification.Shared.Yaml, OpenApiConstants.Yaml);
        ReadResult json = await LoadAsync(Specification.Shared.Json, OpenApiConstants.Json);

        Assert.Equal(yaml.Diagnostic!.Errors.Select(e => e.ToString()), json.Diagnostic!.Errors.Select(e => e.ToString()));
        Assert.Equal(
            await yaml.Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1),
            await json.Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
    }

    [Fact]
    public async Task Microsoft_OpenApi_reads_the_same_operations_and_schemas()
    {
        OpenApiDocument document = (await LoadAsync(Specification.Shared.Yaml, OpenApiConstants.Yaml)).Document!;

        Assert.Equal(
            Specification.Shared.Operations.Select(o => o.Id),
            document.Paths.SelectMany(p => p.Value.Operations!).Select(o => o.Value.OperationId));
        Assert.Equal(
            Specification.Shared.Schemas.Select(s => s.Key).Order(StringComparer.Ordinal),
            document.Components!.Schemas!.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<ReadResult> LoadAsync(string text, string format)
    {
        var settings = new OpenApiReaderSettings { RuleSet = AllRules() };
        settings.AddYamlReader();
        return await OpenApiDocument.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), format, settings);
    }

    /// <summary>The default rules and the optional rules of the library.</summary>
    private static ValidationRuleSet AllRules()
    {
        var rules = ValidationRuleSet.GetDefaultRuleSet();
        foreach (string name in new[] { "OpenApiNonDefaultRules", "OpenApiRecommendedRules" })
        {
            Type type = typeof(ValidationRuleSet).Assembly.GetType("Microsoft.OpenApi." + name, throwOnError: true)!;
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            {
                var rule = (ValidationRule)property.GetValue(null)!;
                if (!rules.Rules.Any(r => r.Name == rule.Name))
                {
                    rules.Add(rule.GetType().GetGenericArguments()[0], rule);
                }
            }
        }

        return rules;
    }
}
