using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    private static readonly JsonSerializerOptions s_web = new(JsonSerializerDefaults.Web);

    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // A class that is read and sent. The client does not send what is read-only; a serializer writes it, or a cache would lose it.
        server.Answer("""{"fooBar":"a","foo_bar":"b","1st":"c","id":"5f0d9a1c-0000-4000-8000-000000000001","pet-kind":"guinea pig","born_on":"2020-02-29","seen_at":"2024-05-06T07:08:09+02:00","size":2,"note":null,"food":{"raw-weight":3},"parent":{"id":"5f0d9a1c-0000-4000-8000-000000000002","pet-kind":"fish","born_on":"2019-01-01","food":["x"]},"photo":"AQID","shape":"round","more":[1,2]}""");
        Pet pet = (await client.Pets.GetAsync()).EnsureSuccess();
        string json = JsonSerializer.Serialize(pet);
        output.WriteLine(json);
        // prints: {"id":"5f0d9a1c-0000-4000-8000-000000000001","pet-kind":"guinea pig","born_on":"2020-02-29","seen_at":"2024-05-06T07:08:09+02:00","size":2,"fooBar":"a","foo_bar":"b","1st":"c","note":null,"food":{"raw-weight":3},"parent":{"id":"5f0d9a1c-0000-4000-8000-000000000002","pet-kind":"fish","born_on":"2019-01-01","food":["x"]},"photo":"AQID","shape":"round","more":[1,2]}
        output.WriteLine(JsonSerializer.Serialize(pet, s_web) == json && JsonSerializer.Serialize<object>(pet) == json);
        // prints: True
        Pet copy = JsonSerializer.Deserialize<Pet>(json)!;
        output.WriteLine(JsonSerializer.Serialize(copy) == json);
        output.WriteLine($"{copy.PetKind} {copy.PetKind == PetPetKind.GuineaPig} {copy.Size} {copy.Note.HasValue} {copy.Parent!.Note.HasValue} {copy.SeenAt:O}");
        // prints: True
        // prints: guinea pig True 2 True False 2024-05-06T07:08:09.0000000+02:00
        output.WriteLine(JsonSerializer.Deserialize<Pet>("""{"id":"5f0d9a1c-0000-4000-8000-000000000001","pet-kind":"cat","born_on":"2020-02-29","secret":"s"}""", s_web)!.Secret);
        // prints: s

        // Only sent: what the serializer writes is what the client sends.
        var order = new Order
        {
            Lines = [new Line { ItemNo = 1 }, new Line { ItemNo = 2, Extra = JsonSerializer.SerializeToElement(new { a = (string?)null }) }],
            ShipTo = new Dog { BarkVolume = 11, OwnerName = "Ann" },
            Remark = null,
            Tags = null,
            Matrix = [[1, 2.5], []],
            ByKind = new Dictionary<string, IReadOnlyList<Line>> { ["x"] = [new Line { ItemNo = 3 }] },
            Grid = new((IReadOnlyList<IReadOnlyList<string>>)[["a", "b"], []]),
            Priority = 7,
            Pay = new Cash { CashAmount = 1.5, Coins = [new Coin { CoinValue = 5 }] },
        };
        await client.Orders.PostAsync(order);
        json = JsonSerializer.Serialize(order);
        output.WriteLine(json);
        output.WriteLine(server.Request == "POST /orders application/json " + json);
        output.WriteLine(JsonSerializer.Serialize(JsonSerializer.Deserialize<Order>(json)) == json);
        // prints: {"lines":[{"item-no":1},{"item-no":2,"extra":{"a":null}}],"ship-to":{"animal-type":"dog","owner-name":"Ann","bark-volume":11},"remark":null,"tags":null,"matrix":[[1,2.5],[]],"by-kind":{"x":[{"item-no":3}]},"grid":[["a","b"],[]],"priority":7,"pay":{"cash-amount":1.5,"coins":[{"coin-value":5}]}}
        // prints: True
        // prints: True

        // Only read: the client has no writer.
        const string report = """{"created-at":"2024-05-06T07:08:09Z","total":12,"reason":null,"anything":null,"items":["x",{"raw-weight":1},["a"],5],"counts":{"a":1},"states":["on","other"]}""";
        server.Answer(report);
        Report read = (await client.Report.GetAsync()).EnsureSuccess();
        output.WriteLine(JsonSerializer.Serialize(read) == report);
        output.WriteLine(JsonSerializer.Serialize(JsonSerializer.Deserialize<Report>(report)) == report);
        output.WriteLine(JsonSerializer.Deserialize<Report>(report.Replace("12", "\"12\""))!.Total);
        // prints: True
        // prints: True
        // prints: 12

        // Hierarchies and unions, by the base, by the class, by the case and as an object.
        Animal animal = JsonSerializer.Deserialize<Animal>("""{"bark-volume":1,"animal-type":"dog"}""")!;
        output.WriteLine($"{animal.GetType().Name} {JsonSerializer.Serialize(animal)} {JsonSerializer.Serialize((Dog)animal)} {JsonSerializer.Serialize<object>(animal)}");
        // prints: Dog {"animal-type":"dog","bark-volume":1} {"animal-type":"dog","bark-volume":1} {"animal-type":"dog","bark-volume":1}
        Animal other = JsonSerializer.Deserialize<Animal>("""{"animal-type":"cow","milk":[1]}""")!;
        output.WriteLine($"{other.GetType().Name} {JsonSerializer.Serialize(other)} {JsonSerializer.Deserialize<Dog>("""{"bark-volume":1,"animal-type":"dog"}""")!.AnimalType}");
        // prints: Unknown {"animal-type":"cow","milk":[1]} dog
        Food food = read.Items![1];
        output.WriteLine($"{food.GetType().Name} {JsonSerializer.Serialize(food)} {JsonSerializer.Serialize<object>(food)} {JsonSerializer.Deserialize<Food>("5")!.GetType().Name}");
        // prints: WithRawWeight {"raw-weight":1} {"raw-weight":1} Unknown

        // In collections, in types of the user, nullable, and as keys.
        var mine = new Mine
        {
            Kinds = [PetPetKind.Cat, null],
            ByKind = new() { [PetPetKind.GuineaPig] = new Line { ItemNo = 4 } },
            BySize = new() { [2] = 1 },
            Any = PetPetKind.Cat,
            Foods = read.Items,
        };
        json = JsonSerializer.Serialize(mine, s_web);
        output.WriteLine(json);
        // prints: {"kinds":["cat",null],"byKind":{"guinea pig":{"item-no":4}},"bySize":{"2":1},"any":"cat","line":null,"foods":["x",{"raw-weight":1},["a"],5]}
        Mine mineToo = JsonSerializer.Deserialize<Mine>(json, s_web)!;
        output.WriteLine($"{mineToo.Kinds[1] is null} {mineToo.ByKind[PetPetKind.GuineaPig].ItemNo} {mineToo.BySize[2]} {mineToo.Foods!.Count}");
        // prints: True 4 1 4

        // The options of the writer count: indentation and escapes.
        output.WriteLine(JsonSerializer.Serialize(new Card { CardNumber = "<1>" }, new JsonSerializerOptions { WriteIndented = true }).ReplaceLineEndings("|"));
        // prints: {|  "card-number": "\u003C1\u003E"|}
        output.WriteLine(JsonSerializer.Deserialize<Card>("""{ "card-number": /* c */ "1", }""", new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.CardNumber);
        // prints: 1

        // What does not match is a JsonException with the path.
        Throws<Report>("""{"created-at":"2024-05-06T07:08:09Z","total":12,"reason":null,"items":[{"raw-weight":1},3],"counts":{"a":[]}}""");
        Throws<Order>("""{"lines":[{"item-no":1},{}]}""");
        Throws<Mine>("""{"byKind":{"cat":{"item-no":"x"}}}""");
        Throws<PetPetKind>("1");
        Throws<Pet>("""{"id":"5f0d9a1c-0000-4000-8000-000000000001","pet-kind":null,"born_on":"2020-02-29"}""");
        // prints: Report $.counts.a: The value is not what the API's document describes: expected a number but found an array, at $.counts.a.
        // prints: Order $.lines[1]: The value is not what the API's document describes: required member 'item-no' is missing, at $.lines[1].
        // prints: Mine $.byKind.cat: The value is not what the API's document describes: the string is not a 64-bit integer, at $['item-no'].
        // prints: PetPetKind $: The value is not what the API's document describes: expected a string but found a number, at $.
        // prints: Pet $['pet-kind']: The value is not what the API's document describes: expected a string but found null, at $['pet-kind'].

        // The depth is limited as the options say.
        Pet deep = pet;
        for (int i = 0; i < 100; i++)
        {
            deep = new Pet { PetKind = "cat", BornOn = default, Secret = "", Parent = deep };
        }

        try
        {
            JsonSerializer.Serialize(deep);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            output.WriteLine("too deep");
        }
        // prints: too deep

        void Throws<T>(string json)
        {
            try
            {
                JsonSerializer.Deserialize<T>(json, s_web);
                output.WriteLine("no exception");
            }
            catch (JsonException e)
            {
                output.WriteLine($"{typeof(T).Name} {e.Path}: {e.Message.Split(" Path:")[0]}");
            }
        }
    }

    private sealed class Mine
    {
        public List<PetPetKind?> Kinds { get; set; } = [];
        public Dictionary<PetPetKind, Line> ByKind { get; set; } = [];
        public Dictionary<PetSize, int> BySize { get; set; } = [];
        public object? Any { get; set; }
        public Line? Line { get; set; }
        public IReadOnlyList<Food>? Foods { get; set; }
    }
}
