using System.Text.Json.Nodes;

namespace CdeCodegen.EndToEnd.Document;

/// <summary>The examples of the document are valid by its schemas.</summary>
public sealed class ExampleTests
{
    private static readonly Specification s_specification = Specification.Shared;

    public static TheoryData<string, string> Inline()
    {
        var data = new TheoryData<string, string>();
        foreach (DocumentedOperation operation in s_specification.Operations)
        {
            if (s_specification.JsonRequest(operation)?["example"] is not null)
            {
                data.Add(operation.Id, "request");
            }

            foreach (string status in operation.Statuses)
            {
                if (s_specification.JsonContent(operation, status)?["example"] is not null)
                {
                    data.Add(operation.Id, status);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Inline))]
    public void Every_example_is_valid(string operationId, string place)
    {
        DocumentedOperation operation = s_specification.Operation(operationId);
        JsonObject content = place == "request" ? s_specification.JsonRequest(operation)! : s_specification.JsonContent(operation, place)!;

        Assert.Equal([], s_specification.Validate(content["schema"]!, content["example"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("200")]
    [InlineData("401")]
    [InlineData("403")]
    [InlineData("404")]
    public void The_example_bodies_of_the_restore_operation_are_valid(string status)
    {
        JsonObject content = s_specification.JsonContent(s_specification.Operation("connector_restore_from_bin"), status)!;

        Assert.Equal([], s_specification.Validate(content["schema"]!, Repository.Example("connector_restore_from_bin." + status)));
    }

    /// <summary>Proves that validation detects missing members, wrong types and wrong nulls.</summary>
    [Theory]
    [InlineData("\"message\": \"Connector has been restored from bin.\"", "\"message\": 1")]
    [InlineData("\"resource\": \"connector\",", "")]
    [InlineData("\"type\": \"datasource\"", "\"type\": null")]
    [InlineData("\"created-at\": \"2026-05-11T14:13:14+02:00\"", "\"created-at\": \"yesterday\"")]
    [InlineData("\"id\": \"019e16f4-abc0-7901-9c6e-97ad896c94ce\"", "\"id\": \"one\"")]
    [InlineData("\"released\": false", "\"released\": \"no\"")]
    public void A_body_that_violates_the_schema_is_invalid(string text, string replacement)
    {
        string body = Repository.Example("connector_restore_from_bin.200");
        Assert.Contains(text, body, StringComparison.Ordinal);

        Assert.NotEmpty(s_specification.Validate("ConnectorEnvelope", body.Replace(text, replacement, StringComparison.Ordinal)));
    }

    /// <summary>Members that the documented example shows only as null or empty allow any value.</summary>
    [Theory]
    [InlineData("\"main\": null", "\"main\": { \"version\": \"2.0.0\" }")]
    [InlineData("\"main-version-number\": null", "\"main-version-number\": 2")]
    [InlineData("\"main-version-number\": null", "\"main-version-number\": \"2.0.0\"")]
    [InlineData("\"export\": null", "\"export\": { \"delta\": true }")]
    [InlineData("\"container-api-config\": null", "\"container-api-config\": [1]")]
    [InlineData("\"prod_config\": null", "\"prod_config\": \"text\"")]
    [InlineData("\"buckets\": []", "\"buckets\": [ { \"id\": 1 }, \"two\", null ]")]
    [InlineData("\"target-sites\": []", "\"target-sites\": [ 1, \"2\" ]")]
    [InlineData("\"executable\": null", "\"executable\": 24")]
    [InlineData("\"state\": \"created\"", "\"state\": \"synchronized-to-prod\", \"new-member\": 1")]
    public void A_body_with_more_than_the_documented_example_is_valid(string text, string replacement)
    {
        string body = Repository.Example("connector_restore_from_bin.200");
        Assert.Contains(text, body, StringComparison.Ordinal);

        Assert.Equal([], s_specification.Validate("ConnectorEnvelope", body.Replace(text, replacement, StringComparison.Ordinal)));
    }
}
