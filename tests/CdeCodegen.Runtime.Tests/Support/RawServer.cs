using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CdeCodegen.Runtime.Tests;

/// <summary>A server on plain sockets, for everything that a real HTTP server would not do.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawServer, Socket, Task> _serve;
    private readonly ConcurrentBag<Socket> _connections = [];

    /// <param name="serve">Serves one connection. The server closes it afterwards.</param>
    public RawServer(Func<RawServer, Socket, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Responds to every HTTP/1.1 request with fixed text and closes the connection.</summary>
    public static RawServer Responding(string response) => new(async (server, socket) =>
    {
        if (await server.ReadRequestAsync(socket))
        {
            await SendAsync(socket, response);
        }
    });

    public static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Reads the head of an HTTP/1.1 request.</summary>
    /// <returns>False if the client closed the connection.</returns>
    public async Task<bool> ReadRequestAsync(Socket socket)
    {
        if (await ReadHeadAsync(buffer => socket.ReceiveAsync(buffer)) is not { } head)
        {
            return false;
        }

        Requests.Enqueue(head);
        return true;
    }

    /// <summary>Reads the head of an HTTP/1.1 request.</summary>
    /// <param name="receive">Receives bytes of the connection; 0 at its end.</param>
    /// <returns>Null if the client closed the connection.</returns>
    public static async Task<string?> ReadHeadAsync(Func<Memory<byte>, ValueTask<int>> receive)
    {
        var head = new StringBuilder();
        byte[] buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await receive(buffer) == 0)
            {
                return null;
            }

            head.Append((char)buffer[0]);
        }

        return head.ToString();
    }

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (Socket connection in _connections)
        {
            connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                _connections.Add(socket);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await _serve(this, socket);

            // Shutdown sends a FIN, not a reset: the client sees an orderly end of the connection.
            socket.Shutdown(SocketShutdown.Both);
            socket.Close();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }
}
