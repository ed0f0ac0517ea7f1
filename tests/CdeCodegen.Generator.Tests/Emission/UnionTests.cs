using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>oneOf and anyOf.</summary>
public class UnionTests
{
    private static readonly ObjectModel s_cat = Class("Cat", Member("kind", Text), Member("lives", Int));
    private static readonly ObjectModel s_dog = Class("Dog", Member("kind", Text), Member("barks", Of(TypeKind.Boolean), required: false));

    private static readonly UnionModel s_pet = Union(
        "Pet",
        "kind",
        Case("Cat", Ref(s_cat), JsonTokens.Object, values: ["cat", "Katze"]),
        Case("Dog", Ref(s_dog), JsonTokens.Object, values: ["dog", "cat"]));

    private static readonly UnionModel s_value = Union(
        "Anything",
        null,
        Case("Cat", Ref(s_cat), JsonTokens.Object, required: ["kind", "lives"]),
        Case("Dog", Ref(s_dog), JsonTokens.Object, required: ["kind"], known: ["kind", "barks"]),
        Case("Names", List(Text), JsonTokens.Array),
        Case("Counts", Map(List(Int)), JsonTokens.None),
        Case("Whole", Of(TypeKind.Int64), JsonTokens.Integer),
        Case("Fraction", Of(TypeKind.Double), JsonTokens.Number),
        Case("Flag", Of(TypeKind.Boolean), JsonTokens.Boolean),
        Case("Self", new TypeRef(TypeKind.Union, "Anything"), JsonTokens.None));

    /// <summary>Describes the case that the consumer receives.</summary>
    private const string Describe = """
        public static async Task<string> Describe(HttpClient http) => (await new AcmeClient(http).Things.GetAsync()).EnsureSuccess() switch
        {
            Pet.Cat cat => "cat " + cat.Value.Lives,
            Pet.Dog dog => "dog " + dog.Value.Barks,
            Pet.Unknown other => "unknown " + other.Value.GetRawText(),
            _ => throw new InvalidOperationException(),
        };
        """;

    [Theory]
    [InlineData("""{"lives":9,"kind":"cat"}""", "cat 9")]
    [InlineData("""{"kind":"Katze","lives":7}""", "cat 7")]
    [InlineData("""{"kind":"dog","barks":true}""", "dog True")]
    [InlineData("""{"kind":"cow"}""", """unknown {"kind":"cow"}""")]
    [InlineData("[1,2]", "unknown [1,2]")]
    public async Task The_discriminator_selects_the_case(string json, string expected)
    {
        ResultModel get = Result("GetResult", Status(200, "Ok", JsonBody(Ref(s_pet))));
        var client = EmittedClient.Of(Client([s_pet, s_cat, s_dog], (Operation("GET", get), get)), Describe);
        Assert.Equal(expected, await client.Call("Describe", new StubHandler(200, json).Client()));
    }

    [Fact]
    public async Task The_shape_selects_the_case_without_a_discriminator()
    {
        ResultModel get = Result("GetResult", Status(200, "Ok", JsonBody(List(Ref(s_value)))));
        var client = EmittedClient.Of(Client([s_value, s_cat, s_dog], (Operation("GET", get), get)), """
            public static async Task<string> Describe(HttpClient http) =>
                string.Join(",", (await new AcmeClient(http).Things.GetAsync()).EnsureSuccess().Select(v => v.GetType().Name));
            """);
        string json = """[{"kind":"x","lives":1},{"kind":"x","barks":true},{"kind":"x"},["a"],5,5.5,true,"text",null]""";
        Assert.Equal("Cat,Dog,Dog,Names,Whole,Fraction,Flag,Unknown,Unknown", await client.Call("Describe", new StubHandler(200, json).Client()));
    }

    [Fact]
    public async Task A_union_survives_a_round_trip()
    {
        foreach (string json in (string[])
        [
            """{"kind":"cat","lives":9}""", """{"kind":"dog"}""", """["a"]""", "5", "5.5", "false", "\"text\"",
        ])
        {
            Assert.Equal(json, await ObjectTests.Echo([s_value, s_cat, s_dog], Ref(s_value), json));
        }
    }

    [Fact]
    public async Task An_alternative_converts_to_the_union()
    {
        var client = EmittedClient.Of(Client(s_value, s_cat, s_dog), """
            public static string Run()
            {
                Anything cat = new Cat { Kind = "cat", Lives = 1 }, whole = 5L, flag = true, fraction = 0.5;
                return string.Join(",", new[] { cat, whole, flag, fraction, new Anything.Names(["a"]) }.Select(v => v.GetType().Name));
            }
            """);
        Assert.Equal("Cat,Whole,Flag,Fraction,Names", await client.Call("Run"));
    }

    [Fact]
    public void Alternatives_of_equal_type_have_no_conversion()
    {
        UnionModel same = Union("Same", null, Case("First", Text, JsonTokens.String), Case("Second", Text, JsonTokens.String));
        var client = EmittedClient.Of(Client(same));
        Assert.DoesNotContain("implicit operator", client.File("Same.g.cs"));
    }

    [Fact]
    public async Task Alternatives_without_a_discriminator_value_are_selected_by_shape()
    {
        UnionModel mixed = Union(
            "Mixed",
            "kind",
            Case("Cat", Ref(s_cat), JsonTokens.Object, values: ["cat"]),
            Case("Name", Text, JsonTokens.String));
        foreach (string json in (string[])["""{"kind":"cat","lives":9}""", "\"Tom\"", "[]"])
        {
            Assert.Equal(json, await ObjectTests.Echo([mixed, s_cat], Ref(mixed), json));
        }
    }

    /// <summary>No other code can add a case, so a switch over the cases is complete.</summary>
    [Fact]
    public async Task A_union_is_closed()
    {
        var client = EmittedClient.Of(Client(s_pet, s_cat, s_dog), """
            public static bool Run() => typeof(Pet).IsAbstract
                && typeof(Pet).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).All(c => c.IsPrivate)
                && typeof(Pet).GetNestedTypes().All(t => t.IsSealed && t.BaseType == typeof(Pet));
            """);
        Assert.Equal(true, await client.Call("Run"));
    }

    [Fact]
    public void Unions_that_are_only_read_compile()
    {
        // Every union is read: by the client, or by a serializer.
        UnionModel[] unions =
        [
            s_value with { Name = "OnlyRead", Generated = Readers },
            Union("Empty", null),
            Union("EmptyToo", "kind"),
        ];
        EmittedClient.Of(Client([.. unions, s_value, s_cat, s_dog]));
    }
}
