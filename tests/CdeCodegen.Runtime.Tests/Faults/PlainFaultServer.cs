using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>A server on plain sockets. It is also healthy on the connection on which it misbehaved, if that stays open.</summary>
/// <param name="misbehave">Serves a request to any path but <c>/healthy</c>. Returns whether the connection stays open.</param>
internal sealed class PlainFaultServer(Func<FaultRequest, Task<bool>> misbehave) : IFaultServer
{
    /// <summary>A success with an empty object.</summary>
    public const string Healthy = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private readonly RawServer _server = new(async (server, socket) =>
    {
        while (await server.ReadRequestAsync(socket))
        {
            string head = server.Requests.Last();
            if (head.Contains(" /healthy ", StringComparison.Ordinal))
            {
                await RawServer.SendAsync(socket, Healthy);
            }
            else if (!await misbehave(new FaultRequest(server, socket, head)))
            {
                return;
            }
        }
    });

    public Uri Url => _server.Url;

    public int RequestCount => _server.Requests.Count;

    public X509Certificate2? TrustedCertificate => null;

    public bool CanRecover => true;

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

/// <summary>A request that the server answers badly.</summary>
internal sealed record FaultRequest(RawServer Server, Socket Socket, string Head)
{
    public Task SendAsync(string text) => RawServer.SendAsync(Socket, text);

    public async Task SendAsync(byte[] bytes) => await Socket.SendAsync(bytes);

    /// <summary>Sends a reset instead of an orderly end.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Close();
    }

    /// <summary>Sends nothing more until the client gives up.</summary>
    public async Task StallAsync() => await Server.ReadRequestAsync(Socket);

    /// <summary>Sends pieces until the client closes the connection.</summary>
    public async Task SendForeverAsync(string piece)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(piece);
        while (true)
        {
            await Socket.SendAsync(bytes);
        }
    }

    /// <summary>Sends a whole response and keeps the connection open.</summary>
    public async Task<bool> RespondAsync(string head, byte[] body)
    {
        await SendAsync($"HTTP/1.1 {head}\r\nContent-Length: {body.Length}\r\n\r\n");
        await SendAsync(body);
        return true;
    }
}
