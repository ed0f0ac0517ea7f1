using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Open enumerations.</summary>
public class EnumTests
{
    [Fact]
    public async Task Known_and_unknown_values_survive_a_round_trip()
    {
        ObjectModel thing = Class("Thing", Member("a", Ref(s_color)), Member("b", Ref(s_level)), Member("c", Ref(s_color), required: false, nullable: true, optional: true));
        foreach (string json in (string[])["""{"a":"red","b":1,"c":"dark red"}""", """{"a":"","b":-7,"c":null}"""])
        {
            Assert.Equal(json, await ObjectTests.Echo([thing, s_color, s_level], Ref(thing), json));
        }
    }

    [Fact]
    public async Task An_enumeration_has_value_semantics()
    {
        var client = EmittedClient.Of(Client(s_color, s_level), """
            public static string Run()
            {
                Color red = "red", other = new Color("Red");
                Level one = 1;
                var results = new object[]
                {
                    red == Color.Red, red != other, red.Equals(Color.Red), red.Equals((object)Color.Red), red.Equals("red"), red.Equals((object?)null),
                    red.GetHashCode() == Color.Red.GetHashCode(), red.ToString(), Color.DarkRed.ToString(), default(Color).ToString(), default(Color) == default, default(Color).GetHashCode(),
                    one == Level.V1, (int)Level.V2, one.ToString(), one.Equals((object)Level.V1), default(Level).ToString(),
                };
                return string.Join(",", results);
            }
            """);
        Assert.Equal("True,True,True,True,True,False,True,red,dark red,,True,0,True,2,1,True,0", await client.Call("Run"));
    }

    /// <summary>A path or query contains an empty value, but no default value.</summary>
    [Fact]
    public async Task A_default_value_has_no_text()
    {
        var client = EmittedClient.Of(Client(s_color), """
            public static string Run()
            {
                CdeCodegen.Runtime.Generated.IApiEnum unset = default(Color), empty = new Color("");
                return $"{unset.Text is null} {empty.Text is ""}";
            }
            """);
        Assert.Equal("True True", await client.Call("Run"));
    }

    [Fact]
    public void A_member_can_have_the_name_of_a_generated_member()
    {
        string[] names = ["Read", "Write", "Value", "Text", "JsonValues", "JsonReader", "String", "Boolean", "System", "Global", "List", "Other", "Obj", "Left"];
        EnumModel @enum = Enum("Words", names);
        EmittedClient.Of(Client(@enum, Numbers("Digits", TypeKind.Int64, 1) with { Members = Array(names.Select(n => new EnumMemberModel(n, "1", DocText.None)).ToArray()) }));
    }

    private static readonly EnumModel s_color = Enum("Color", "red", "dark red");
    private static readonly EnumModel s_level = Numbers("Level", TypeKind.Int32, 1, 2);
}
