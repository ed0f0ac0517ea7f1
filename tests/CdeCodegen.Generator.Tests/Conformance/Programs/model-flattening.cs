using System.Collections.Generic;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        var tags = new Dictionary<string, string> { ["tag1"] = "value1", ["tag2"] = "value3" };
        FlattenedProduct first = new() { Location = "West US", Tags = tags, Properties = new() { PName = "Product1", Type = "Flat" } };
        FlattenedProduct second = new() { Location = "Building 44", Properties = new() { PName = "Product2", Type = "Flat" } };
        var dictionary = new Dictionary<string, FlattenedProduct> { ["Resource1"] = first, ["Resource2"] = second };
        await run.Ok(client.ModelFlatten.Array.PutAsync([new Resource { Location = "West US", Tags = tags }, new Resource { Location = "Building 44" }]));
        await run.Ok(client.ModelFlatten.Dictionary.PutAsync(dictionary));
        await run.Ok(client.ModelFlatten.Resourcecollection.PutAsync(new ResourceCollection
        {
            Arrayofresources = [first, new FlattenedProduct { Location = "East US", Properties = new() { PName = "Product2", Type = "Flat" } }],
            Dictionaryofresources = dictionary,
            Productresource = new() { Location = "India", Properties = new() { PName = "Azure", Type = "Flat" } },
        }));
        SimpleProduct product = new()
        {
            BaseProductId = "123",
            BaseProductDescription = "product description",
            Details = new() { MaxProductDisplayName = "max name", MaxProductImage = new() { OdataValue = "http://foo" } },
        };
        await run.Ok(client.ModelFlatten.CustomFlattening.PostAsync(product));
        await run.Ok(client.ModelFlatten.CustomFlattening.Parametergrouping["groupproduct"].PutAsync(product));
        await run.Ok(client.ModelFlatten.CustomFlattening.PutAsync(new SimpleProduct
        {
            BaseProductId = "123",
            BaseProductDescription = "product description",
            Details = new() { MaxProductDisplayName = "max name", MaxProductImage = new() { OdataValue = "http://foo", GenericValue = "https://generic" } },
        }));
    }
}
