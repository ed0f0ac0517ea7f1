using CdeCodegen.Generator.Tests.Infrastructure;
using CdeCodegen.Runtime;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>Names and costs of generated security.</summary>
public class SecurityTests
{
    public static TheoryData<string> OptionMembers => [.. typeof(ApiClientOptions)
        .GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
        .Select(member => member.Name).Where(name => char.IsLetter(name[0]) && !name.Contains('_')).Distinct(), "AcmeClientOptions"];

    [Theory]
    [MemberData(nameof(OptionMembers))]
    public void A_scheme_named_like_a_member_of_the_options_gets_another_name(string name)
    {
        GeneratorRun run = Run($"security: [ {{ {name}: [] }} ]", $"{name}: {{ type: http, scheme: basic }}", "  /a: { get: { operationId: a, responses: { '204': { description: ok } } } }");

        run.Load();
        Assert.Contains($"BasicCredential? {name}Credential {{ get; set; }}", run.Text(".AcmeClient.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_most_frequent_requirement_costs_no_code()
    {
        GeneratorRun run = Run(
            "tags: []",
            "k: { type: apiKey, in: header, name: K }\n    b: { type: http, scheme: basic }",
            """
              /a: { get: { operationId: a, security: [ { b: [] } ], responses: { '204': { description: ok } } } }
              /b: { get: { operationId: b, security: [ { k: [] } ], responses: { '204': { description: ok } } } }
              /c: { get: { operationId: c, security: [ { k: [] } ], responses: { '204': { description: ok } } } }
              /d: { get: { operationId: d, responses: { '204': { description: ok } } } }
            """);

        Assert.Contains("""s_security = new(["header K", "basic"], ["0", "1"]);""", run.Text(".AcmeClient.g.cs"), StringComparison.Ordinal);
        Assert.Contains("AResult.Read, cancellationToken, 1)", run.Text("RequestBuilders.A.g.cs"), StringComparison.Ordinal);
        Assert.Contains("BResult.Read, cancellationToken)", run.Text("RequestBuilders.B.g.cs"), StringComparison.Ordinal);
        Assert.Contains("CResult.Read, cancellationToken)", run.Text("RequestBuilders.C.g.cs"), StringComparison.Ordinal);
        Assert.Contains("DResult.Read, cancellationToken, -1)", run.Text("RequestBuilders.D.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Schemes_that_no_requirement_names_are_alternatives_of_every_operation()
    {
        GeneratorRun run = Run("tags: []", "k: { type: apiKey, in: header, name: K }\n    o: { type: oauth2, flows: {} }", "  /a: { get: { operationId: a, responses: { '204': { description: ok } } } }");

        Assert.Contains("""s_security = new(["header K", "bearer"], ["0|1"]);""", run.Text(".AcmeClient.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_schemes_has_no_options_of_its_own()
    {
        var run = GeneratorRun.Of("openapi: 3.0.3\ninfo: { title: E, version: '1' }\nservers: [ { url: 'https://s.test' } ]\npaths:\n  /a: { get: { operationId: a, responses: { '204': { description: ok } } } }\n");

        Assert.DoesNotContain("ecurity", run.Text(".AcmeClient.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("AcmeClientOptions", run.Text(".AcmeClient.g.cs"), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string line, string schemes, string paths) => GeneratorRun.Of(
        $"openapi: 3.0.3\ninfo: {{ title: E, version: '1' }}\nservers: [ {{ url: 'https://s.test' }} ]\n{line}\ncomponents:\n  securitySchemes:\n    {schemes}\npaths:\n{paths}\n");
}
