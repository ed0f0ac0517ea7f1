using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class CollectionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/collections").WithTags("Collections");
        group.MapPost("/counts", (Dictionary<string, int> counts) => counts).WithName("EchoCounts");
        group.MapPost("/lines", (Dictionary<string, List<OrderLine>> lines) => lines).WithName("EchoLines");
        group.MapPost("/by-color", (Dictionary<Color, decimal?> amounts) => amounts).WithName("EchoByColor");
        group.MapPost("/matrix", (List<List<int>> matrix) => matrix).WithName("EchoMatrix");
        group.MapPost("/points", (double[][] points) => points).WithName("EchoPoints");
        group.MapPost("/names", (List<string?> names) => names).WithName("EchoNames");
        group.MapPost("/tree", (Node node) => node).WithName("EchoTree");
        group.MapPost("/json", (JsonElement json) => json).WithName("EchoJson");
        group.MapPost("/node", (JsonNode json) => json).WithName("EchoNode");
        group.MapPost("/members", (JsonObject members) => members).WithName("EchoMembers");
        group.MapPost("/bag", (Bag bag) => bag).WithName("EchoBag");
        group.MapPost("/optional", ([FromBody] Address? address) => address is null ? "none" : address.Street).WithName("PostOptional");
        group.MapGet("/nothing", Address? (bool present) => present ? new Address("A", "B") : null).WithName("GetNothing");
        group.MapGet("/paged", () => new Page<Page<Money>>([new Page<Money>([new Money(1.5m, "EUR")], 1, null)], 1, 2)).WithName("GetPaged");
        group.MapGet("/set", () => new HashSet<Guid> { Guid.Empty }).WithName("GetSet");
        group.MapGet("/tuple", () => new KeyValuePair<string, int>("a", 1)).WithName("GetPair");
    }

    internal sealed class Bag
    {
        public JsonElement Anything { get; init; }

        public object? Loose { get; init; }

        public Dictionary<string, string?> Labels { get; init; } = [];

        public IReadOnlyList<IReadOnlyDictionary<string, int>> Deep { get; init; } = [];

        [System.Text.Json.Serialization.JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; init; }
    }
}
