using System.Text;
using System.Text.Json.Serialization;
using Acme.Models;

// Sends JSON to itself and says whether it comes back the same.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AcmeJson.Default));
await using WebApplication app = builder.Build();
app.MapPost("/pet", (Pet pet) => Results.Ok(pet));
app.MapPost("/order", (Order order) => TypedResults.Ok(order));
app.MapPost("/report", (Report report) => Results.Ok(report));
app.MapPost("/animal", (Animal animal) => TypedResults.Ok(animal));
app.MapPost("/dog", (Animal animal) => Results.Ok(animal));
app.MapPost("/foods", (IReadOnlyList<Food> foods) => TypedResults.Ok(foods));
app.MapPost("/mine", (Mine mine) => Results.Ok(mine));
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
await Send("pet", """{"id":"5f0d9a1c-0000-4000-8000-000000000001","pet-kind":"guinea pig","born_on":"2020-02-29","seen_at":"2024-05-06T07:08:09+02:00","secret":"x","size":2,"fooBar":"a","foo_bar":"b","1st":"c","note":null,"food":{"raw-weight":3},"parent":{"id":"5f0d9a1c-0000-4000-8000-000000000002","pet-kind":"fish","born_on":"2019-01-01","food":["x"]},"photo":"AQID","shape":"round","more":[1,2]}""");
await Send("order", """{"lines":[{"item-no":1},{"item-no":2,"extra":{"a":null}}],"ship-to":{"animal-type":"dog","owner-name":"Ann","bark-volume":11},"remark":null,"tags":null,"matrix":[[1,2.5],[]],"by-kind":{"x":[{"item-no":3}]},"grid":[["a","b"],[]],"priority":7,"pay":{"cash-amount":1.5,"coins":[{"coin-value":5}]}}""");
await Send("report", """{"created-at":"2024-05-06T07:08:09Z","total":12,"reason":null,"anything":null,"items":["x",{"raw-weight":1},["a"],5],"counts":{"a":1},"states":["on","other"]}""");
await Send("animal", """{"animal-type":"cow","milk":[1]}""");
await Send("dog", """{"animal-type":"dog","bark-volume":1}""");
await Send("foods", """["a",{"raw-weight":1}]""");
await Send("mine", """{"kind":"cat","byKind":{"guinea pig":{"item-no":4}},"sizes":[1,null]}""");
await app.StopAsync();

async Task Send(string path, string json)
{
    using HttpResponseMessage response = await http.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
    string text = await response.Content.ReadAsStringAsync();
    Console.WriteLine(text == json ? path : $"{path}: {(int)response.StatusCode} {text}");
}

internal sealed record Mine(PetPetKind? Kind, Dictionary<PetPetKind, Line> ByKind, List<PetSize?> Sizes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Pet))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Animal))]
[JsonSerializable(typeof(Dog))]
[JsonSerializable(typeof(IReadOnlyList<Food>))]
[JsonSerializable(typeof(Mine))]
internal sealed partial class AcmeJson : JsonSerializerContext;
