using System.Globalization;
using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class NumberEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/numbers").WithTags("Numbers");
        group.MapPost("", (Numbers numbers) => numbers).WithName("EchoNumbers");
        group.MapPost("/rare", (RareNumbers numbers) => numbers).WithName("EchoRareNumbers");
        group.MapGet("/{id:int}", (int id, int? days, double ratio, [FromHeader(Name = "X-Count")] int? count, decimal price = 1.5m, long max = 10)
            => string.Create(CultureInfo.InvariantCulture, $"{id} {days} {ratio} {count} {price} {max}")).WithName("GetNumber");
        group.MapGet("/long/{id:long}/{price:decimal}/{weight}", (long id, decimal price, double weight)
            => TypedResults.Text(string.Create(CultureInfo.InvariantCulture, $"{id} {price} {weight}"))).Produces<string>(contentType: "text/plain")
                .WithName("GetLong");
        group.MapGet("/answer", () => 42).WithName("GetAnswer");
        group.MapGet("/exact", () => 12345678901234567890.12345m).WithName("GetExact");
        group.MapGet("/maybe", (bool present) => present ? 7 : (int?)null).WithName("GetMaybe");
        group.MapPost("/sum", (int[] values) => values.Sum()).WithName("PostSum");
        group.MapPost("/text", ([FromBody] string text) => text.Length).WithName("PostText");
        group.MapPost("/sign", ([FromBody] int value) => Math.Sign(value)).WithName("PostSign");
    }
}
