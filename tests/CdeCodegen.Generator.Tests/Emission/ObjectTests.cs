using CdeCodegen.Generator.Model;
using CdeCodegen.Runtime;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Objects: which members are read and written.</summary>
public class ObjectTests
{
    [Fact]
    public async Task Every_scalar_survives_a_round_trip()
    {
        ObjectModel all = Class("All", [.. Scalars().Select(s => Member(s.Kind.ToString().ToLowerInvariant(), Of(s.Kind)))]);
        string json = "{" + string.Join(",", Scalars().Select(s => $"\"{s.Kind.ToString().ToLowerInvariant()}\":{s.Json}")) + "}";
        Assert.Equal(json, await Echo([all], Ref(all), json));
    }

    [Fact]
    public async Task Optional_and_null_scalars_survive_a_round_trip()
    {
        ObjectModel all = Class("All", [.. Scalars().Where(s => s.Kind != TypeKind.Json).SelectMany(s => (PropertyModel[])
        [
            Member("a" + s.Kind, Of(s.Kind), required: false),
            Member("n" + s.Kind, Of(s.Kind), required: true, nullable: true),
            Member("o" + s.Kind, Of(s.Kind), required: false, nullable: true, optional: true),
        ])]);

        string nulls = "{" + string.Join(",", Scalars().Where(s => s.Kind != TypeKind.Json).Select(s => $"\"n{s.Kind}\":null,\"o{s.Kind}\":null")) + "}";
        Assert.Equal(nulls, await Echo([all], Ref(all), nulls));
        string required = "{" + string.Join(",", Scalars().Where(s => s.Kind != TypeKind.Json).Select(s => $"\"n{s.Kind}\":null")) + "}";
        Assert.Equal(required, await Echo([all], Ref(all), required));
        string full = "{" + string.Join(",", Scalars().Where(s => s.Kind != TypeKind.Json).SelectMany(s => "ano".Select(c => $"\"{c}{s.Kind}\":{s.Json}"))) + "}";
        Assert.Equal(full, await Echo([all], Ref(all), full));
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":1}""", "name")]
    public async Task A_missing_required_member_is_reported(string json, string member)
    {
        ObjectModel thing = Class("Thing", Member("name", Text));
        ResponseFormatException e = await Assert.ThrowsAsync<CdeCodegen.Runtime.ResponseFormatException>(() => Echo([thing], Ref(thing), json));
        Assert.Contains(member, e.Message);
    }

    [Fact]
    public async Task An_optional_member_reads_null_as_absent()
    {
        ObjectModel child = Class("Child", Member("x", Int));
        ObjectModel thing = Class("Thing", Member("a", Text, required: false), Member("b", Ref(child), required: false), Member("c", List(Text), required: false));
        Assert.Equal("{}", await Echo([thing, child], Ref(thing), """{"a":null,"b":null,"c":null}"""));
    }

    [Fact]
    public async Task Free_form_JSON_distinguishes_null_from_absent()
    {
        ObjectModel thing = Class("Thing", Member("a", Json, required: false), Member("b", Json, required: false), Member("c", Json, required: true, nullable: true));
        Assert.Equal("""{"a":null,"c":null}""", await Echo([thing], Ref(thing), """{"a":null,"c":null}"""));
        Assert.Equal("""{"b":[1,{"x":null}],"c":"y"}""", await Echo([thing], Ref(thing), """{"b":[1,{"x":null}],"c":"y"}"""));
    }

    [Fact]
    public async Task Members_keep_their_wire_names_and_unknown_members_are_skipped()
    {
        ObjectModel thing = Class("Thing", Member("main-version-number", Int), Member("platform_dev_reference", Text), Member("x", Text) with { WireName = "\"\\\n{0}é😀" });
        string json = """{"other":[{"a":1}],"platform_dev_reference":"x","\"\\\n{0}é😀":"y","main-version-number":3}""";
        Assert.Equal("""{"main-version-number":3,"platform_dev_reference":"x","\"\\\n{0}é😀":"y"}""", await Echo([thing], Ref(thing), json));
    }

    [Fact]
    public async Task A_nested_object_can_be_absent_null_or_present()
    {
        ObjectModel child = Class("Child", Member("x", Int));
        ObjectModel thing = Class(
            "Thing",
            Member("required", Ref(child)),
            Member("absent", Ref(child), required: false),
            Member("nullable", Ref(child), required: true, nullable: true),
            Member("optional", Ref(child), required: false, nullable: true, optional: true));
        foreach (string json in (string[])
        [
            """{"required":{"x":1},"nullable":null}""",
            """{"required":{"x":1},"absent":{"x":2},"nullable":{"x":3},"optional":{"x":4}}""",
            """{"required":{"x":1},"nullable":null,"optional":null}""",
        ])
        {
            Assert.Equal(json, await Echo([thing, child], Ref(thing), json));
        }
    }

    [Fact]
    public async Task Required_members_are_checked_in_objects_with_more_than_64_members()
    {
        ObjectModel wide = Class("Wide", [.. Enumerable.Range(0, 130).Select(i => Member("m" + i, Int, required: i % 2 == 0))]);
        string json = "{" + string.Join(",", Enumerable.Range(0, 130).Select(i => $"\"m{i}\":{i}")) + "}";
        Assert.Equal(json, await Echo([wide], Ref(wide), json));
        ResponseFormatException e = await Assert.ThrowsAsync<CdeCodegen.Runtime.ResponseFormatException>(() => Echo([wide], Ref(wide), json.Replace("\"m128\":128,", "")));
        Assert.Contains("m128", e.Message);
    }

    [Theory]
    [InlineData("Json", "1")]
    [InlineData("String", "\"s\"")]
    [InlineData("Int32", "5")]
    public async Task Additional_properties_are_kept(string kind, string value)
    {
        ObjectModel thing = Class("Thing", Member("a", Int, required: false)) with { Additional = new AdditionalModel(Of(System.Enum.Parse<TypeKind>(kind)), IsNullable: false, "AdditionalProperties") };
        string json = $$"""{"a":1,"x":{{value}},"y z":{{value}}}""";
        Assert.Equal(json, await Echo([thing], Ref(thing), json));
        Assert.Equal("{}", await Echo([thing], Ref(thing), "{}"));
    }

    [Fact]
    public async Task Additional_properties_can_have_any_type()
    {
        ObjectModel child = Class("Child", Member("x", Int));
        foreach ((TypeRef type, bool nullable, string json) in (IEnumerable<(TypeRef, bool, string)>)
        [
            (Ref(child), true, """{"a":{"x":1},"b":null}"""),
            (List(Ref(child)), false, """{"a":[{"x":1},{"x":2}],"b":[]}"""),
            (Map(List(Int, nullable: true)), false, """{"a":{"b":[1,null]}}"""),
            (Json, true, """{"a":null,"b":[]}"""),
        ])
        {
            ObjectModel thing = Class("Thing") with { Additional = new AdditionalModel(type, nullable, "More") };
            Assert.Equal(json, await Echo([thing, child], Ref(thing), json));
        }
    }

    [Fact]
    public async Task Objects_without_additional_properties_share_an_empty_dictionary()
    {
        ObjectModel thing = Class("Thing") with { Additional = new AdditionalModel(Json, IsNullable: false, "AdditionalProperties") };
        var client = EmittedClient.Of(Client(thing), """
            public static bool Shared() => ReferenceEquals(new Thing().AdditionalProperties, new Thing().AdditionalProperties);
            """);
        Assert.Equal(true, await client.Call("Shared"));
    }

    /// <summary>Types and members are read, written, both or neither.</summary>
    [Fact]
    public void All_combinations_of_directions_compile()
    {
        var types = new List<TypeModel>();
        foreach (bool reads in (bool[])[false, true])
        {
            foreach (bool writes in (bool[])[false, true])
            {
                foreach (bool more in (bool[])[false, true])
                {
                    foreach (bool optional in (bool[])[false, true])
                    {
                        string name = $"T{(reads ? "Read" : "")}{(writes ? "Written" : "")}{(more ? "More" : "")}{(optional ? "Optional" : "")}";
                        GeneratedMembers generated = (reads ? Readers : GeneratedMembers.None) | (writes ? GeneratedMembers.Writer : GeneratedMembers.None);
                        var members = new List<PropertyModel>();
                        foreach (TypeRef type in (TypeRef[])[Text, Int, Of(TypeKind.Bytes), Json, List(Int), Map(List(Text, nullable: true))])
                        {
                            foreach ((bool read, bool write) in ((bool, bool)[])[(true, true), (true, false), (false, true)])
                            {
                                members.Add(Member($"M{members.Count}", type, required: !optional, nullable: optional, optional: optional && writes) with { IsRead = read, IsWritten = write });
                            }
                        }

                        types.Add(Class(name, [.. members]) with
                        {
                            Generated = generated,
                            Additional = more ? new AdditionalModel(Json, IsNullable: true, "AdditionalProperties") : null,
                        });
                        types.Add(Class(name + "Empty") with { Generated = generated });
                        types.Add(Class(name + "OneWay", members[1], members[2]) with { Generated = generated });
                    }
                }
            }
        }

        var client = EmittedClient.Of(Client([.. types]));
        Assert.DoesNotContain("WriteTo", client.File("TRead.g.cs"));
        Assert.DoesNotContain("JsonReader", client.File("TWritten.g.cs"));
        Assert.DoesNotContain("JsonNames", client.File(".T.g.cs"));
    }

    [Fact]
    public async Task A_write_only_member_is_not_read_and_a_read_only_member_is_not_written()
    {
        ObjectModel thing = Class(
            "Thing",
            Member("password", Text, required: false) with { IsRead = false },
            Member("id", Int, required: false) with { IsWritten = false },
            Member("name", Text));
        Assert.Equal("""{"name":"n"}""", await Echo([thing], Ref(thing), """{"password":{"not":["text"]},"id":7,"name":"n"}"""));
    }

    [Fact]
    public async Task Required_members_have_the_required_modifier()
    {
        ObjectModel thing = Class("Thing", Member("a", Text), Member("b", Int, required: false));
        var client = EmittedClient.Of(Client(thing), """
            public static string Make() => new Thing { A = "x" }.A;
            public static bool Required() => typeof(Thing).GetProperty("A")!.GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false).Length == 1
                && typeof(Thing).GetProperty("B")!.GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false).Length == 0;
            """);
        Assert.Equal("x", await client.Call("Make"));
        Assert.Equal(true, await client.Call("Required"));
    }

    /// <summary>Reads a body from one server, writes it to another, and returns what the other received.</summary>
    internal static async Task<string> Echo(TypeModel[] types, TypeRef type, string json)
    {
        ResultModel get = Result("GetResult", Status(200, "Ok", JsonBody(type)));
        ResultModel put = Result("PutResult", Status(204, "NoContent"));
        var client = EmittedClient.Of(
            Client(types, (Operation("GET", get), get), (Operation("PUT", put, JsonBody(type)), put)),
            """
            public static async Task Echo(HttpClient from, HttpClient to) =>
                (await new AcmeClient(to).Things.PutAsync((await new AcmeClient(from).Things.GetAsync()).EnsureSuccess())).EnsureSuccess();
            """);
        var target = new StubHandler();
        await client.Call("Echo", new StubHandler(200, json).Client(), target.Client());
        return target.Body;
    }

    private static IEnumerable<(TypeKind Kind, string Json)> Scalars() =>
    [
        (TypeKind.Json, """{"a":[1,null]}"""),
        (TypeKind.String, "\"text\""),
        (TypeKind.Boolean, "true"),
        (TypeKind.Int32, "-1"),
        (TypeKind.Int64, "9007199254740993"),
        (TypeKind.Double, "0.1"),
        (TypeKind.Decimal, "79228162514264337593543950335"),
        (TypeKind.Guid, "\"0f8fad5b-d9cb-469f-a165-70867728950e\""),
        (TypeKind.DateTimeOffset, "\"2024-02-29T12:00:00+02:00\""),
        (TypeKind.Date, "\"2024-02-29\""),
        (TypeKind.Time, "\"23:59:58\""),
        (TypeKind.Uri, "\"https://example.com/a%20b?c#d\""),
        (TypeKind.Bytes, "\"AAEC\""),
    ];
}
