using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        var properties = new AcmeClient(run.Options).AdditionalProperties;
        var puppy = new Dictionary<string, JsonElement>
        {
            ["birthdate"] = Json("\"2017-12-13T02:29:51Z\""),
            ["complexProperty"] = Json("""{"color":"Red"}"""),
        };
        await run.Ok(properties.True.PutAsync(new PetAPTrue { Id = 1, Name = "Puppy", AdditionalProperties = puppy }));
        await run.Ok(properties.TrueSubclass.PutAsync(new CatAPTrue { Id = 1, Name = "Lisa", Friendly = true, AdditionalProperties = puppy }));
        await run.Ok(properties.Type.Object.PutAsync(new PetAPObject
        {
            Id = 2,
            Name = "Hira",
            AdditionalProperties = new Dictionary<string, JsonElement>
            {
                ["siblings"] = Json("""[{"id":1,"name":"Puppy","birthdate":"2017-12-13T02:29:51Z","complexProperty":{"color":"Red"}}]"""),
                ["picture"] = Json("\"//////4=\""),
            },
        }));
        await run.Ok(properties.Type.String.PutAsync(new PetAPString
        {
            Id = 3,
            Name = "Tommy",
            AdditionalProperties = new Dictionary<string, string> { ["color"] = "red", ["weight"] = "10 kg", ["city"] = "Bombay" },
        }));
        var sizes = new Dictionary<string, double> { ["height"] = 5.61, ["weight"] = 599, ["footsize"] = 11.5 };
        await run.Ok(properties.In.Properties.PutAsync(new PetAPInProperties { Id = 4, Name = "Bunny", AdditionalProperties = sizes }));
        await run.Ok(properties.In.Properties.With.AdditionalProperties.String.PutAsync(new PetAPInPropertiesWithAPString
        {
            Id = 5,
            Name = "Funny",
            OdataLocation = "westus",
            AdditionalProperties = sizes,
            AdditionalProperties2 = new Dictionary<string, string> { ["color"] = "red", ["city"] = "Seattle", ["food"] = "tikka masala" },
        }));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
