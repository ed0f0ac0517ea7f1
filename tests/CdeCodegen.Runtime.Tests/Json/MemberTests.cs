using System.Text;
using System.Text.Json;

namespace CdeCodegen.Runtime.Tests.Json;

/// <summary>How members are matched: ordered, unordered, omitted, unknown, duplicate and escaped ones.</summary>
public class MemberTests
{
    private const string Id = "019e16f4-abc0-7901-9c6e-97ad896c94ce";

    [Theory]
    [InlineData("""{"id":"$","name":"n","count":3,"tags":["a"]}""")]
    [InlineData("""{"tags":["a"],"count":3,"name":"n","id":"$"}""")]
    [InlineData("""{"name":"n","tags":["a"],"id":"$","count":3}""")]
    [InlineData("""{"new":{"name":"x","id":[1,{"a":"}"}]},"id":"$","x":"\"","name":"n","y":-1.5e3,"count":3,"z":true,"tags":["a"],"w":null}""")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","name":"x","count":1,"count":null,"id":"$","name":"n","count":3,"tags":["a"]}""")]
    [InlineData("""{"\u0069d":"$","na\u006de":"n","count":3,"t\u0061gs":["a"]}""")]
    [InlineData("{\r\n\t\"id\" : \"$\" ,\n \"name\":\"n\" , \"count\" :3,\"tags\" :\t[ \"a\" ]\n}\n")]
    public void Members_are_found_in_any_order(string json)
    {
        Thing thing = Read(json.Replace("$", Id));

        Assert.Equal(Guid.Parse(Id), thing.Id);
        Assert.Equal("n", thing.Name);
        Assert.Equal(3, thing.Count);
        Assert.Equal(["a"], thing.Tags);
        Assert.Null(thing.Weight);
    }

    [Theory]
    [InlineData("{}", "required members 'id', 'name' are missing", 1)]
    [InlineData("""{"name":"n"}""", "required member 'id' is missing", 11)]
    [InlineData("""{"id":"019e16f4-abc0-7901-9c6e-97ad896c94ce"}""", "required member 'name' is missing", 44)]
    public void Missing_required_members_are_named(string json, string message, int offset)
    {
        JsonFormatException error = Assert.Throws<JsonFormatException>(() => Read(json));

        Assert.Equal(message, error.Message);
        Assert.Equal(offset, error.ByteOffset);
    }

    [Fact]
    public void Names_with_the_same_length_and_start_are_distinguished()
    {
        string[] wire = ["assigned-to-site", "assigned-to-city", "assigned-to-channel", "assigned", "a", "b", "größe", "quote\"d", "tab\t", "assigned-to-sitE"];
        var names = new JsonNames(wire);
        var random = new Random(3);
        for (int round = 0; round < 200; round++)
        {
            int[] order = [.. Enumerable.Range(0, wire.Length).OrderBy(_ => random.Next()).Take(random.Next(1, wire.Length + 1))];
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(order.ToDictionary(i => wire[i], i => i));

            Assert.Equal(order, Indexes(names, json));
        }
    }

    [Fact]
    public void Models_with_more_than_64_members_check_required_members()
    {
        string[] wire = [.. Enumerable.Range(0, 150).Select(i => "member" + i)];
        var names = new JsonNames([1UL, 1UL << 63, 1UL << 10], wire);

        Assert.Equal([0, 127, 138], Indexes(names, """{"member0":0,"member127":127,"member138":138}"""u8.ToArray()));
        JsonFormatException error = Assert.Throws<JsonFormatException>(() => Indexes(names, """{"member63":1,"member64":1,"member138":1}"""u8.ToArray()));
        Assert.Equal("required members 'member0', 'member127' are missing", error.Message);
    }

    [Fact]
    public void Unlisted_members_are_returned_with_their_names()
    {
        var names = new JsonNames(1UL, "a", "b");
        var r = new JsonReader("""{"x":1,"a":2,"\u0079\"":3,"b":4,"":5}"""u8);
        var seen = new List<string>();
        JsonMembers m = names.Start(ref r);
        while (names.NextOrOther(ref r, ref m))
        {
            seen.Add((m.Index < 0 ? "other:" + m.Name : "known:" + m.Index) + "=" + JsonValues.Int32(ref r));
        }

        Assert.Equal(["other:x=1", "known:0=2", "other:y\"=3", "known:1=4", "other:=5"], seen);
    }

    [Fact]
    public void Models_round_trip_through_System_Text_Json()
    {
        var random = new Random(11);
        for (int i = 0; i < 300; i++)
        {
            Thing thing = RandomThing(random, 2);
            byte[] written = Written.BytesBy(thing.WriteTo);
            JsonElement library = JsonSerializer.Deserialize<JsonElement>(written);
            byte[] formatted = JsonSerializer.SerializeToUtf8Bytes(library, new JsonSerializerOptions { WriteIndented = true });

            var r = new JsonReader(formatted);
            var again = new Thing(ref r);
            r.End();

            Assert.Equal(Encoding.UTF8.GetString(written), Written.By(again.WriteTo));
            Assert.Equal(thing.Name, library.GetProperty("name").GetString());
            Assert.Equal(thing.Id, library.GetProperty("id").GetGuid());
            Assert.Equal(thing.Weight, library.TryGetProperty("weight", out JsonElement weight) ? weight.GetDouble() : null);
            Assert.Equal(thing.CreatedAt, library.TryGetProperty("created-at", out JsonElement created) ? created.GetDateTimeOffset() : null);
            Assert.Equal(thing.CreatedAt?.Offset, again.CreatedAt?.Offset);
            Assert.Equal(thing.Data, library.TryGetProperty("data", out JsonElement data) ? data.GetBytesFromBase64() : null);
        }
    }

    private static Thing Read(string json)
    {
        var r = new JsonReader(Encoding.UTF8.GetBytes(json));
        var thing = new Thing(ref r);
        r.End();
        return thing;
    }

    private static List<int> Indexes(JsonNames names, byte[] json)
    {
        var r = new JsonReader(json);
        var seen = new List<int>();
        JsonMembers m = names.Start(ref r);
        while (names.Next(ref r, ref m))
        {
            seen.Add(m.Index);
            JsonValues.Int32(ref r);
        }

        return seen;
    }

    private static Thing RandomThing(Random random, int depth)
    {
        byte[] id = new byte[16];
        random.NextBytes(id);
        return new Thing
        {
            Id = new Guid(id),
            Name = RandomJson.Text(random),
            IsOpen = Maybe<bool>(random, () => random.Next(2) == 0),
            Count = Maybe<int>(random, () => random.Next(int.MinValue, int.MaxValue)),
            Total = Maybe<long>(random, () => random.NextInt64(long.MinValue, long.MaxValue)),
            Ratio = Maybe<float>(random, () => random.NextSingle() * 1e20f),
            Weight = Maybe<double>(random, () => RandomJson.Number(random)),
            Price = Maybe<decimal>(random, () => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
            CreatedAt = Maybe<DateTimeOffset>(random, () => RandomTime(random)),
            Day = Maybe<DateOnly>(random, () => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber))),
            At = Maybe<TimeOnly>(random, () => new TimeOnly(random.NextInt64(TimeOnly.MaxValue.Ticks))),
            Link = random.Next(2) == 0 ? null : new Uri("https://example.com/ä?q=" + random.Next()),
            Data = random.Next(2) == 0 ? null : id[..random.Next(16)],
            Extra = random.Next(2) == 0 ? null : JsonSerializer.SerializeToElement(RandomJson.Value(random, 2)),
            Tags = random.Next(2) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomJson.Text(random))],
            Numbers = random.Next(2) == 0 ? null : [.. Enumerable.Range(0, random.Next(40))],
            Children = depth == 0 ? null : [.. Enumerable.Range(0, random.Next(3)).Select(_ => RandomThing(random, depth - 1))],
            ByKey = depth == 0 ? null : Enumerable.Range(0, random.Next(3)).ToDictionary(i => RandomJson.Text(random) + i, _ => RandomThing(random, depth - 1)),
        };
    }

    private static DateTimeOffset RandomTime(Random random)
    {
        long ticks = random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        ticks -= random.Next(3) == 0 ? ticks % TimeSpan.TicksPerSecond : 0;
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1)));
    }

    private static T? Maybe<T>(Random random, Func<T> value)
        where T : struct
        => random.Next(4) == 0 ? null : value();
}
