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
/// An in-memory CDE server for samples and tests, on a free loopback port. It implements all 43 operations of <c>spec/cde.openapi.yaml</c>, validates tokens,
/// ownership and requests, and responds with the messages of the reference pages.
/// </summary>
/// <remarks>
/// It shares no code with the generated client. It builds responses from JSON nodes instead of models, so a defect of the client cannot hide in it.
/// A request with the header <c>Prefer: code=404</c> receives that documented error.
/// </remarks>
public sealed class CdeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private CdeServer(WebApplication app) => _app = app;

    /// <summary>Gets the address of the server.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>Gets the received requests, in order.</summary>
    public IReadOnlyCollection<RecordedRequest> Requests => _requests;

    /// <summary>Starts a server with the data of <see cref="CdeSeed"/>.</summary>
    /// <param name="clock">The source of timestamps. Null for the system clock.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
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

        server._app.MapFallback(context => ServerResponse.Message(StatusCodes.Status404NotFound, "Not found.").WriteAsync(context));
        await server._app.StartAsync(cancellationToken);
        server.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>Stops the server.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(Operation operation, Store store, HttpContext context)
    {
        RecordedRequest recorded = await RecordedRequest.ReadAsync(operation.Id, context.Request);
        _requests.Enqueue(recorded);
        ServerResponse response;
        try
        {
            CdeUser user = Authentication.Authenticate(context.Request) ?? throw RefusedException.Unauthorized();
            PreferredError.ThrowIfRequested(operation, context.Request);
            RequestContext request = await RequestContext.ReadAsync(context, recorded, store, user);
            lock (store)
            {
                response = operation.Handle(request);
            }
        }
        catch (RefusedException refused)
        {
            response = refused.Response;
        }

        await response.WriteAsync(context);
    }
}
