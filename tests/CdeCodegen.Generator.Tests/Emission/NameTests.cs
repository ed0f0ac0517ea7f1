using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Documents and projects declare types with the names that generated code uses.</summary>
public class NameTests
{
    private static readonly string[] s_names =
    [
        "System", "Task", "String", "Guid", "Uri", "Action", "Func", "Type", "Object", "Exception", "Attribute", "Obsolete", "Nullable", "Stream", "List", "Dictionary",
        "IReadOnlyList", "Optional", "ApiResponse", "ApiResponseHeaders", "ApiResult", "ApiRequest", "ApiClientCore", "IApiEnum", "JsonValues", "JsonWriter", "JsonNames",
        "JsonReader", "JsonShape", "JsonTokens", "JsonElement", "Models", "RequestBuilders", "Acme", "CdeCodegen", "Microsoft", "DateTimeOffset", "DateOnly", "CancellationToken",
    ];

    [Fact]
    public async Task Types_and_members_can_have_any_name()
    {
        // A model of each name has a member of each other name: single, as a list or as a map.
        var types = new List<TypeModel>();
        foreach (string name in s_names)
        {
            var members = new List<PropertyModel>();
            foreach (string other in s_names)
            {
                if (other != name)
                {
                    TypeRef type = members.Count % 3 == 0 ? Object(other) : members.Count % 3 == 1 ? List(Object(other)) : Map(Object(other));
                    members.Add(Member(other, type, required: false));
                }
            }

            members.Add(Member("id", Of(TypeKind.Guid), required: false));
            members.Add(Member("at", Of(TypeKind.DateTimeOffset), required: false, nullable: true, optional: true));
            types.Add(Class(name, [.. members]) with { Additional = new AdditionalModel(Json, IsNullable: false, "AdditionalProperties") });
        }

        ResultModel result = Result("GetResult", [.. s_names.Select((name, i) => Status(200 + i, name + "Case", JsonBody(Object(name))))]);
        OperationModel operation = Operation("POST", result, JsonBody(Object("Task")), [.. s_names.Select(name => Parameter("p" + name, name, Object(name)))]);
        var client = EmittedClient.Of(Client([.. types], (operation, result)), """
            public static async global::System.Threading.Tasks.Task<string> Run(HttpClient http) =>
                ((GetResult.TaskCase)await new AcmeClient(http).Things.PostAsync(
            """ + string.Concat(s_names.Select(_ => "null!, ")) + "new global::Acme.Models.Task())).Body.String![0].JsonValues![\"a\"].Id.ToString()!;");
        string json = """{"String":[{"JsonValues":{"a":{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}}}]}""";
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", await client.Call("Run", new StubHandler(201, json).Client()));
    }

    [Fact]
    public void Members_of_a_union_and_of_an_enumeration_can_have_any_name()
    {
        ObjectModel[] types = [.. s_names.Select(name => Class(name, Member("x", Int)))];
        UnionModel union = Union("Either", null, [.. s_names.Select(name => Case(name, Object(name), JsonTokens.Object, required: ["x"]))]);
        UnionModel byName = Union("ByName", "kind", [.. s_names.Select(name => Case(name, List(Object(name)), JsonTokens.Object, values: [name]))]);
        EmittedClient.Of(Client([.. types, union, byName, Enum("Words", s_names)]));
    }

    [Fact]
    public void The_consumer_can_declare_types_of_any_name_in_the_namespace_of_the_client()
    {
        string own = string.Concat(s_names.Except(["Models", "RequestBuilders", "Acme"]).Select(name => $"public class {name} {{ }}\n"));
        ObjectModel thing = Class("Thing", Member("id", Of(TypeKind.Guid)), Member("uri", Of(TypeKind.Uri)), Member("list", List(Of(TypeKind.DateTimeOffset))), Member("o", Text, required: false, nullable: true, optional: true));
        EnumModel color = Enum("Color", "red");
        UnionModel either = Union("Either", null, Case("Thing", Ref(thing), JsonTokens.Object));
        ResultModel result = Result("GetResult", Status(200, "Ok", JsonBody(Ref(thing)), new ResponseHeaderModel("Location", "Location", Of(TypeKind.Uri), DocText.None)), Status(404, "NotFound", JsonBody(List(Ref(either)))));
        OperationModel operation = Operation("POST", result, JsonBody(Ref(either)), Parameter("id", "id", Of(TypeKind.Guid)), Parameter("day", "day", Of(TypeKind.Date))) with
        {
            QueryClass = new QueryClassModel("DefaultQueryParameters", Array(Parameter("Since", "since", Of(TypeKind.DateTimeOffset)))),
        };
        ClientModel model = Client([thing, color, either], (operation, result));
        model = model with { Client = model.Client with { Operations = Array(operation) } };
        EmittedClient.Of(model, declarations: "namespace Acme\n{\n" + own + "}\n");
    }

    [Fact]
    public async Task Arguments_may_be_called_as_the_variables_around_them_are()
    {
        string[] names = ["w", "i", "i2", "entry", "entry2", "item", "request", "body", "query", "requestConfiguration", "cancellationToken", "m", "r", "names", "value", "@class"];
        ResultModel result = Result("DoneResult", Status(204, "NoContent"));
        ObjectModel child = Class("Child", Member("x", Int, required: false));
        OperationModel operation = Operation(
            "POST", result, JsonBody(List(Map(List(Ref(child), nullable: true)))), [.. names.Select(name => Parameter(name, name.TrimStart('@'), name == "item" ? Ref(child) : Text))]) with
        {
            Path = Array(new PathPartModel(false, "/things/"), new PathPartModel(true, "core")),
        };
        PathValueModel core = Value("core", Text);
        ClientModel model = Client(
            [child],
            [result],
            [Step("Things", "ThingsRequestBuilder")],
            [
                Builder("ThingsRequestBuilder", "/things", [], [new ChildModel(ChildKind.Indexer, "", "ThingsItemRequestBuilder", Array(core), DocText.None)], []),
                Builder("ThingsItemRequestBuilder", "/things/{core}", [core], [], [operation]),
            ]);
        var client = EmittedClient.Of(model, """
            public static async Task Run(HttpClient http) => (await new AcmeClient(http).Things["c"].PostAsync(
            """ + string.Join(", ", names.Select(name => name == "item" ? "new Child { X = 1 }" : $"\"{name}\"")) + """
            , [new Dictionary<string, IReadOnlyList<Child?>> { ["k"] = [null, new Child()] }])).EnsureSuccess();
            """);
        var server = new StubHandler();
        await client.Call("Run", server.Client());
        Assert.Equal("""[{"k":[null,{}]}]""", server.Body);
        Assert.StartsWith("https://api.example.com/v1/things/c?w=w&i=i&i2=i2&entry=entry&entry2=entry2&x=1&request=request&body=body&", server.Url);
    }

    [Fact]
    public void A_client_can_be_internal()
    {
        ObjectModel thing = Class("Thing", Member("name", Text));
        ResultModel result = Result("GetResult", Status(200, "Ok", JsonBody(Ref(thing))));
        OperationModel operation = Operation("GET", result) with { QueryClass = new QueryClassModel("GetQueryParameters", Array(Parameter("Page", "page", Int))) };
        ClientModel model = Client([thing, Enum("Color", "red"), Union("Either", null, Case("Thing", Ref(thing), JsonTokens.Object))], (operation, result));
        var client = EmittedClient.Of(
            model with { Context = Context with { IsPublic = false } },
            "public static int Exported() => System.Reflection.Assembly.GetExecutingAssembly().GetExportedTypes().Length;");
        Assert.All(client.Files.Values, text => Assert.DoesNotContain("\npublic ", text));
    }

    [Fact]
    public void Names_can_be_in_any_script()
    {
        ObjectModel thing = Class("Größe", Member("名前", Text), Member("имя", List(List(Int))), Member("e\u0301tat", Int));
        var client = EmittedClient.Of(Client(thing));
        Assert.All(client.Files.Keys, hint => Assert.All(hint, c => Assert.True(char.IsLetterOrDigit(c) || c is '.' or '_' or '-')));
    }
}
