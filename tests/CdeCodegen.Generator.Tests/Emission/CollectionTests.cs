using CdeCodegen.Generator.Model;
using CdeCodegen.Runtime;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Lists and maps of every item type, as members and as bodies.</summary>
public class CollectionTests
{
    private static readonly ObjectModel s_child = Class("Child", Member("x", Int, required: false));
    private static readonly EnumModel s_color = Enum("Color", "red");
    private static readonly EnumModel s_level = Numbers("Level", TypeKind.Int64, 1, 2);
    private static readonly UnionModel s_either = Union("Either", null, Case("Number", Int, JsonTokens.Integer), Case("Name", Text, JsonTokens.String));

    /// <summary>The collection types, each with JSON that contains every kind of item it allows.</summary>
    private static IEnumerable<(TypeRef Type, string Json)> Shapes =>
    [
        (List(Text), """["a",""]"""),
        (List(Text, nullable: true), """["a",null]"""),
        (List(Int, nullable: true), "[1,null]"),
        (List(Of(TypeKind.Bytes)), """["AA=="]"""),
        (List(Json), """[null,{"a":[]}]"""),
        (List(Ref(s_child)), """[{"x":1},{}]"""),
        (List(Ref(s_child), nullable: true), """[{"x":1},null]"""),
        (List(Ref(s_color)), """["red","blue"]"""),
        (List(Ref(s_color), nullable: true), """["red",null]"""),
        (List(Ref(s_level)), "[1,99]"),
        (List(Ref(s_level), nullable: true), "[1,null]"),
        (List(Ref(s_either)), """[1,"one",[true]]"""),
        (List(Ref(s_either), nullable: true), """[1,null]"""),
        (List(List(Int)), "[[1,2],[]]"),
        (List(List(Int, nullable: true), nullable: true), "[[1,null],null]"),
        (List(List(List(Ref(s_child)))), """[[[{"x":1}],[]],[]]"""),
        (Map(Text), """{"a":"b","":""}"""),
        (Map(Text, nullable: true), """{"a":null}"""),
        (Map(Ref(s_child)), """{"a":{"x":1}}"""),
        (Map(Ref(s_child), nullable: true), """{"a":null,"b":{}}"""),
        (Map(Ref(s_color)), """{"a":"red"}"""),
        (Map(Ref(s_either)), """{"a":1,"b":false}"""),
        (Map(List(Map(Ref(s_level), nullable: true))), """{"a":[{"b":1,"c":null},{}]}"""),
        (List(Map(List(Ref(s_child)))), """[{"a":[{"x":1}]}]"""),
    ];

    [Fact]
    public async Task A_collection_can_be_a_required_member() => await AssertRoundTripAsMembers(required: true, nullable: false, optional: false);

    [Fact]
    public async Task A_collection_can_be_an_optional_member() => await AssertRoundTripAsMembers(required: false, nullable: false, optional: false);

    [Fact]
    public async Task A_collection_can_be_a_required_nullable_member() => await AssertRoundTripAsMembers(required: true, nullable: true, optional: false);

    [Fact]
    public async Task A_collection_can_be_an_optional_nullable_member() => await AssertRoundTripAsMembers(required: false, nullable: true, optional: true);

    [Fact]
    public async Task A_collection_can_be_a_body()
    {
        // One compilation covers all types: each has an operation that reads it and one that writes it.
        var operations = new List<(OperationModel, ResultModel)>();
        var code = new System.Text.StringBuilder();
        int i = 0;
        foreach ((TypeRef type, _) in Shapes)
        {
            ResultModel get = Result($"Get{i}Result", Status(200, "Ok", JsonBody(type)));
            ResultModel put = Result($"Put{i}Result", Status(204, "NoContent"));
            operations.Add((Operation("GET", get) with { MethodName = $"Get{i}Async" }, get));
            operations.Add((Operation("PUT", put, JsonBody(type)) with { MethodName = $"Put{i}Async" }, put));
            code.AppendLine($"public static async Task Echo{i}(HttpClient from, HttpClient to) => (await new AcmeClient(to).Things.Put{i}Async((await new AcmeClient(from).Things.Get{i}Async()).EnsureSuccess())).EnsureSuccess();");
            i++;
        }

        var client = EmittedClient.Of(Client([s_child, s_color, s_level, s_either], [.. operations]), code.ToString());
        i = 0;
        foreach ((_, string json) in Shapes)
        {
            var target = new StubHandler();
            await client.Call($"Echo{i++}", new StubHandler(200, json).Client(), target.Client());
            Assert.Equal(json, target.Body);
        }
    }

    [Fact]
    public async Task A_null_item_that_the_document_does_not_allow_is_reported_with_its_path()
    {
        ObjectModel thing = Class("Thing", Member("list", List(List(Ref(s_child)))));
        ResponseFormatException e = await Assert.ThrowsAsync<CdeCodegen.Runtime.ResponseFormatException>(() => ObjectTests.Echo([thing, s_child], Ref(thing), """{"list":[[{}],[{},null]]}"""));
        Assert.Equal("$.list[1][1]", e.JsonPath);
    }

    private static async Task AssertRoundTripAsMembers(bool required, bool nullable, bool optional)
    {
        int i = 0;
        PropertyModel[] members = [.. Shapes.Select(shape => Member($"m{i++}", shape.Type, required, nullable, optional))];
        ObjectModel thing = Class("Thing", members);
        TypeModel[] types = [thing, s_child, s_color, s_level, s_either];
        i = 0;
        string full = "{" + string.Join(",", Shapes.Select(shape => $"\"m{i++}\":{shape.Json}")) + "}";
        Assert.Equal(full, await ObjectTests.Echo(types, Ref(thing), full));
        if (!required)
        {
            Assert.Equal("{}", await ObjectTests.Echo(types, Ref(thing), "{}"));
        }

        if (nullable)
        {
            string nulls = "{" + string.Join(",", members.Select(m => $"\"{m.WireName}\":null")) + "}";
            Assert.Equal(nulls, await ObjectTests.Echo(types, Ref(thing), nulls));
        }
    }
}
