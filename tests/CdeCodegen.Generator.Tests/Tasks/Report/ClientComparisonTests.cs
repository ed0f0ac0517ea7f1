using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Reading;
using CdeCodegen.Tasks.Report.Changes;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Generator.Tests.Tasks.Report;

/// <summary>What changed between two documents, and whether it breaks callers.</summary>
public class ClientComparisonTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: tag, in: query, schema: { type: string } }
              responses:
                '200': { description: d, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
            post:
              operationId: addPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses:
                '201': { description: d }
                '409': { description: d }
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses:
                '200': { description: d, headers: { ETag: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '404': { description: d }
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { type: string }
                kind: { $ref: '#/components/schemas/Kind' }
                owner: { oneOf: [ { $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Shelter' } ] }
            Kind: { type: string, enum: [cat, dog] }
            Person: { type: object, required: [email], properties: { email: { type: string } } }
            Shelter: { type: object, required: [city], properties: { city: { type: string } } }

        """;

    [Fact]
    public void An_equal_document_has_no_changes() => Assert.Empty(Compare(Document, Document));

    [Theory]
    // Operations.
    [InlineData("    post:\n      operationId: addPet", "    put:\n      operationId: addPet",
        "Lost POST /pets: operation removed: Pets.PostAsync [calls do not compile]", "Gained PUT /pets: new operation: Pets.PutAsync")]
    [InlineData("operationId: getPet", "operationId: showPet", "Changed GET /pets/{id}: GetPetResult is now ShowPetResult [code that names the result does not compile]")]
    [InlineData("name: id, in: path, required: true, schema: { type: integer }", "name: id, in: path, required: true, schema: { type: string }",
        "Changed GET /pets/{id}: path value id: long is now string [code that uses the old type does not compile]")]
    // Statuses.
    [InlineData("        '404': { description: d }\n", "        '404': { description: d }\n        '403': { description: d }\n",
        "Gained GET /pets/{id}: status 403 Forbidden [switches without an arm for it are reported, and throw]")]
    [InlineData("        '409': { description: d }\n", "", "Lost POST /pets: status 409 Conflict [code that names the case does not compile]")]
    [InlineData("        '201': { description: d }", "        '201': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Kind' } } } }",
        "Changed POST /pets: body of 201 Created: none is now Kind [code that uses the old type does not compile]")]
    [InlineData("headers: { ETag:", "headers: { X-Rate:", "Lost GET /pets/{id}: header ETag of 200 [code that reads it does not compile]", "Gained GET /pets/{id}: header X-Rate of 200")]
    // Parameters and bodies.
    [InlineData("name: tag, in: query,", "name: label, in: query,",
        "Lost GET /pets: optional query parameter tag [code that sets it does not compile]", "Gained GET /pets: optional query parameter label: string")]
    [InlineData("name: tag, in: query,", "name: tag, in: query, required: true,",
        "Gained GET /pets: required query parameter tag: string [calls do not compile]", "Lost GET /pets: optional query parameter tag [code that sets it does not compile]")]
    [InlineData("requestBody: { required: true,", "requestBody: { required: false,", "Changed POST /pets: the request body is now optional")]
    [InlineData("      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }\n", "",
        "Lost POST /pets: request body: Pet [calls do not compile]")]
    // Members.
    [InlineData("        name: { type: string }\n", "        name: { type: string }\n        age: { type: integer }\n", "Gained Pet: member Age: long?")]
    [InlineData("      required: [name]\n", "      required: [name, kind]\n",
        "Changed Pet: member Kind: Kind? is now Kind [code that uses it does not compile]",
        "Changed Pet: member Kind is now required [code that creates the model does not compile without it]")]
    [InlineData("        name: { type: string }\n", "        name: { type: [string, 'null'] }\n", "Changed Pet: member Name: string is now string? [code that ignores null gets a warning]",
        "Changed Pet: member Name is no longer required")]
    [InlineData("        kind: { $ref: '#/components/schemas/Kind' }\n", "        kind: { type: string }\n",
        "Changed Pet: member Kind: Kind? is now string? [code that uses it does not compile]", "Lost Kind: model removed [code that uses it does not compile]")]
    [InlineData("enum: [cat, dog]", "enum: [cat, bird]", "Lost Kind: value Dog = dog [code that uses it does not compile]", "Gained Kind: value Bird = bird")]
    public void A_change_is_named_and_judged(string old, string changed, params string[] expected)
    {
        Assert.Contains(old, Document);

        IEnumerable<string> found = Compare(Document, Document.Replace(old, changed))
            .Select(change => $"{change.Kind} {change.Subject}: {change.Text}" + (change.Breaks is null ? "" : $" [{change.Breaks}]"));

        Assert.Equal(expected, found);
    }

    [Fact]
    public void An_alternative_that_a_union_gains_breaks_switches()
    {
        string after = Document.Replace("{ $ref: '#/components/schemas/Shelter' } ]", "{ $ref: '#/components/schemas/Shelter' }, { $ref: '#/components/schemas/Zoo' } ]")
            + "    Zoo: { type: object, required: [keeper], properties: { keeper: { type: string } } }\n";

        List<ChangeReport> changes = Compare(Document, after);

        Assert.Contains(changes, change => change is { Kind: ChangeKind.Gained, Text: "alternative Zoo: Zoo", Breaks: "switches without an arm for it are not complete" });
        Assert.Contains(changes, change => change is { Kind: ChangeKind.Gained, Subject: "Zoo", Breaks: null });
    }

    [Fact]
    public void Breaking_changes_come_first_and_say_how_often_the_project_calls_the_operation()
    {
        string after = Document.Replace("enum: [cat, dog]", "enum: [cat, dog, bird]").Replace("        '409': { description: d }\n", "");

        List<ChangeReport> changes = Compare(Document, after, ("Acme.AddPetResult", 3));

        Assert.Equal(["POST /pets", "Kind"], changes.Select(change => change.Subject));
        Assert.Equal([3, -1], changes.Select(change => change.Calls));
    }

    private static List<ChangeReport> Compare(string before, string after, params (string Result, int Count)[] calls) =>
        ClientComparison.Compare(Lower(before), Lower(after), calls.ToDictionary(call => call.Result, call => call.Count));

    private static ClientModel Lower(string text)
    {
        var reference = ReferenceMetadata.Read("pets.yaml", name => name == "Namespace" ? "Acme" : null, rootNamespace: null);
        return ClientEngine.Lower(new SpecFile("pets.yaml", text), [], reference, CancellationToken.None).Model!;
    }
}
