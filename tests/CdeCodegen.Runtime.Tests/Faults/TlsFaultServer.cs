using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>A server whose first connection misbehaves below HTTP. The next ones are healthy if the certificate is.</summary>
internal sealed class TlsFaultServer : IFaultServer
{
    private readonly RawServer _server;
    private int _connections;
    private int _requests;

    /// <param name="certificate">The certificate of the server.</param>
    /// <param name="misbehave">Serves the first connection; null if it is served like the others.</param>
    public TlsFaultServer(X509Certificate2 certificate, Func<TlsFaultServer, Socket, Task>? misbehave)
    {
        Certificate = certificate;
        CanRecover = misbehave is not null;
        _server = new RawServer((_, socket) => Interlocked.Increment(ref _connections) == 1 && misbehave is not null ? misbehave(this, socket) : ServeAsync(socket));
    }

    public X509Certificate2 Certificate { get; }

    public Uri Url => new UriBuilder(_server.Url) { Scheme = Uri.UriSchemeHttps }.Uri;

    public int RequestCount => _requests;

    /// <summary>Null has the client trust what the platform trusts.</summary>
    public X509Certificate2? TrustedCertificate { get; init; }

    public bool CanRecover { get; }

    /// <summary>Serves one connection with TLS: reads requests and answers each.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="response">What to send. With anything but the healthy response, the connection ends after it, without an alert that says so.</param>
    public async Task ServeAsync(Socket socket, string response = PlainFaultServer.Healthy)
    {
        try
        {
            var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate });
            while (await RawServer.ReadHeadAsync(buffer => stream.ReadAsync(buffer)) is not null)
            {
                Interlocked.Increment(ref _requests);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(response));
                if (response != PlainFaultServer.Healthy)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client refused the certificate.
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
