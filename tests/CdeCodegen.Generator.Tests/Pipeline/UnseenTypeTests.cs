using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Pipeline;

/// <summary>CDE0018: another generator needs a type that only the compiler's own compilation has.</summary>
public class UnseenTypeTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        servers: [{ url: 'https://t.example' }]
        paths:
          /a:
            get: { operationId: a, responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }
        """;

    private const string Routes = """
        namespace Microsoft.AspNetCore.Builder
        {
            public interface IEndpointRouteBuilder;
            public static class EndpointRouteBuilderExtensions
            {
                public static void MapGet(this IEndpointRouteBuilder endpoints, string pattern, System.Delegate handler) { }
            }
        }
        """;

    [Theory]
    [InlineData("typeof(Pet)", 1)]
    [InlineData("typeof(Acme.Models.Pet)", 1)]
    [InlineData("typeof(Pet[])", 1)]
    [InlineData("typeof(System.Collections.Generic.List<Pet>)", 1)]
    [InlineData("typeof(Dog)", 0)]
    [InlineData("typeof(string)", 0)]
    public void A_type_of_a_serializer_context_is_reported_if_the_client_has_it(string type, int reported)
    {
        string source = $"using Acme.Models;\n[System.Text.Json.Serialization.JsonSerializable({type})]\npartial class Json : System.Text.Json.Serialization.JsonSerializerContext;";
        Diagnostic[] found = [.. GeneratorRun.Of([GeneratorRun.Document(Document)], source).Diagnostics.Where(static d => d.Id == "CDE0018")];

        Assert.Equal(reported, found.Length);
        Assert.All(found, static d => Assert.Equal((1, "Program.cs"), (d.Location.GetLineSpan().StartLinePosition.Line, d.Location.GetLineSpan().Path)));
        Assert.All(found, static d => Assert.Contains("'Pet'", d.GetMessage(null), StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_that_exists_without_the_client_is_not_reported()
    {
        var run = GeneratorRun.Of(
            [GeneratorRun.Document(Document)],
            "class Pet;\n[System.Text.Json.Serialization.JsonSerializable(typeof(Pet))]\npartial class Json : System.Text.Json.Serialization.JsonSerializerContext;");

        Assert.DoesNotContain(run.Diagnostics, static d => d.Id == "CDE0018");
    }

    [Theory]
    [InlineData("(AcmeClient client) => 1", true, 1)]
    [InlineData("(int id, AcmeClient client, Acme.Models.Pet? pet) => 1", true, 2)]
    [InlineData("(AcmeClient client) => 1", false, 0)]
    [InlineData("(Unknown client) => 1", true, 0)]
    [InlineData("(int id) => 1", true, 0)]
    [InlineData("() => new AcmeClient(null!)", true, 0)]
    public void A_parameter_of_a_route_handler_is_reported_in_projects_with_the_request_delegate_generator(string handler, bool hasGenerator, int reported)
    {
        string source = "using Acme;\nusing Microsoft.AspNetCore.Builder;\nclass P { void M(IEndpointRouteBuilder app) => app.MapGet(\"/\", " + handler + "); }\n" + Routes;
        var options = new TestOptionsProvider(("build_property.EnableRequestDelegateGenerator", hasGenerator ? "true" : "false"));
        var run = GeneratorRun.Of([GeneratorRun.Document(Document)], source, options: options);

        Assert.Equal(reported, run.Diagnostics.Count(static d => d.Id == "CDE0018"));
    }

    [Fact]
    public void Another_method_of_the_same_name_is_not_reported()
    {
        var options = new TestOptionsProvider(("build_property.EnableRequestDelegateGenerator", "true"));
        var run = GeneratorRun.Of(
            [GeneratorRun.Document(Document)],
            "using Acme;\nclass P { static void MapGet(string path, System.Delegate handler) { } void M() => P.MapGet(\"/\", (AcmeClient client) => 1); }",
            options: options);

        Assert.DoesNotContain(run.Diagnostics, static d => d.Id == "CDE0018");
    }
}
