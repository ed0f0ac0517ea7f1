using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Pets;
using Acme.Pets.Models;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, PetJson.Default));
builder.Services.AddPetsClient(o => { });
WebApplication app = builder.Build();
app.MapGet("/pets/{id}", async (long id, PetsClient pets, CancellationToken cancellationToken) =>
    await pets.Pets[id].GetAsync(cancellationToken: cancellationToken) switch
    {
        GetPetResult.Ok ok => Results.Ok(ok.Body),
        GetPetResult.NotFound => Results.NotFound(),
    });
app.MapPost("/pets", (Pet pet) => pet.Name);
Console.WriteLine(PetJson.Default.Pet.Type.FullName);

[JsonSerializable(typeof(Pet))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PetJson : JsonSerializerContext;
