using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class StreamEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/streams").WithTags("Streams");
        group.MapGet("/lines", (int count, CancellationToken cancellation) => Lines(count, cancellation)).WithName("GetLines");
        group.MapGet("/events", (int count, CancellationToken cancellation) => TypedResults.ServerSentEvents(Lines(count, cancellation), eventType: "line"))
            .WithName("GetEvents");
        group.MapGet("/items", (CancellationToken cancellation) => TypedResults.ServerSentEvents(Items(cancellation))).WithName("GetItems");
        group.MapGet("/ticks", (CancellationToken cancellation) => TypedResults.ServerSentEvents(Ticks(cancellation))).WithName("GetTicks");
        group.MapGet("/pdf", () => TypedResults.File(Encoding.ASCII.GetBytes("%PDF"), "application/pdf", "a b.pdf"))
            .Produces<FileContentHttpResult>(contentType: "application/pdf").WithName("GetPdf");
        group.MapGet("/csv", () => TypedResults.Text("a;b\n1;2", "text/csv")).Produces<string>(contentType: "text/csv").WithName("GetCsv");
        group.MapGet("/bytes", () => TypedResults.Stream(new MemoryStream([1, 2, 3]), "application/octet-stream"))
            .Produces<Stream>(contentType: "application/octet-stream").WithName("GetBytes");
    }

    private static async IAsyncEnumerable<OrderLine> Lines(int count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (int i = 1; i <= count; i++)
        {
            await Task.Delay(1, cancellation);
            yield return new OrderLine("pen " + i, i, 0.5m);
        }
    }

    private static async IAsyncEnumerable<SseItem<OrderLine>> Items([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (OrderLine line in Lines(2, cancellation))
        {
            yield return new SseItem<OrderLine>(line, "item") { EventId = line.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        }
    }

    private static async IAsyncEnumerable<string> Ticks([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        yield return "tick";
        yield return "tock";
    }
}
