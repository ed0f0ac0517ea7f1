using System.Collections.Concurrent;
using CdeCodegen.Samples.Http;
using CdeCodegen.Samples.Operations;
using CdeCodegen.Samples.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Samples;

/// <summary>
/// A CDE server for samples and tests: in this process, on a free loopback port, everything in memory. It has all 43 operations of
/// <c>spec/cde.openapi.yaml</c>, checks tokens, ownership and requests, and answers with the messages that the API's pages show.
/// </summary>
/// <remarks>
/// It shares no code with the generated client, and knows no model: what it sends is put together from plain JSON nodes, so that it can
/// contradict the client. A request with the header <c>Prefer: code=404</c> is answered with that documented refusal, whatever it asks for.
/// </remarks>
public sealed class CdeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private CdeServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyCollection<RecordedRequest> Requests => _requests;

    /// <summary>Starts a server with the data of <see cref="CdeSeed"/>.</summary>
    /// <param name="clock">The time that it stamps on what changes; the system's when left out.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<CdeServer> StartAsync(TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CdeServer(builder.Build());
        Store store = SeedData.NewStore(clock ?? TimeProvider.System);
        foreach (Operation operation in OperationTable.All)
        {
            server._app.MapMethods(operation.Pattern, [operation.Method], context => server.ServeAsync(operation, store, context));
        }

        server._app.MapFallback(context => Answer.Message(StatusCodes.Status404NotFound, "Not found.").WriteAsync(context));
        await server._app.StartAsync(cancellationToken);
        server.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>Stops the server at once.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(Operation operation, Store store, HttpContext context)
    {
        RecordedRequest recorded = await RecordedRequest.ReadAsync(operation.Id, context.Request);
        _requests.Enqueue(recorded);
        Answer answer;
        try
        {
            CdeUser user = Authentication.Authenticate(context.Request) ?? throw Refusal.Unauthorized();
            ForcedRefusals.ThrowIfAskedFor(operation, context.Request);
            Call call = await Call.ReadAsync(context, recorded, store, user);
            lock (store)
            {
                answer = operation.Handle(call);
            }
        }
        catch (Refusal refusal)
        {
            answer = refusal.Answer;
        }

        await answer.WriteAsync(context);
    }
}
