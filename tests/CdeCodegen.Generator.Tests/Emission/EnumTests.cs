using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Open enumerations.</summary>
public class EnumTests
{
    [Fact]
    public async Task A_known_value_has_a_name_and_an_unknown_one_survives()
    {
        ObjectModel thing = Class("Thing", Member("a", Ref(s_color)), Member("b", Ref(s_level)), Member("c", Ref(s_color), required: false, nullable: true, optional: true));
        foreach (string json in (string[])["""{"a":"red","b":1,"c":"dark red"}""", """{"a":"","b":-7,"c":null}"""])
        {
            Assert.Equal(json, await ObjectTests.Echo([thing, s_color, s_level], Ref(thing), json));
        }
    }

    [Fact]
    public async Task It_behaves_like_a_value()
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

    /// <summary>In a path or query there is a difference: the empty text is sent, where the document has it, and what was never set is not.</summary>
    [Fact]
    public async Task What_was_never_set_has_no_text()
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
    public void Members_may_be_called_as_the_text_around_them_is()
    {
        string[] names = ["Read", "Write", "Value", "Text", "JsonValues", "JsonReader", "String", "Boolean", "System", "Global", "List", "Other", "Obj", "Left"];
        EnumModel @enum = Enum("Words", names);
        EmittedClient.Of(Client(@enum, Numbers("Digits", TypeKind.Int64, 1) with { Members = Array(names.Select(n => new EnumMemberModel(n, "1", DocText.None)).ToArray()) }));
    }

    private static readonly EnumModel s_color = Enum("Color", "red", "dark red");
    private static readonly EnumModel s_level = Numbers("Level", TypeKind.Int32, 1, 2);
}
