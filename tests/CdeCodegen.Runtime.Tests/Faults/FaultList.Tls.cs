using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <content>TLS.</content>
internal static partial class FaultList
{
    private static Fault[] TlsFaults =>
    [
        Certificate("has a certificate that the client does not trust", TestCertificate.Valid, trusted: null),
        Certificate("has a certificate that has expired", TestCertificate.Expired, TestCertificate.Expired),
        Certificate("has the certificate of another host", TestCertificate.OtherHost, TestCertificate.OtherHost),
        Tls("speaks HTTP without TLS", static (_, socket) => RawServer.SendAsync(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")),
        Tls("closes at once", static (_, _) => Task.CompletedTask),
        Tls("closes in the handshake", static async (_, socket) => await socket.ReceiveAsync(new byte[1024])),
        Tls("resets in the handshake", static async (_, socket) =>
        {
            await socket.ReceiveAsync(new byte[1024]);
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }),
        Tls("stalls in the handshake", static async (_, socket) =>
        {
            byte[] buffer = new byte[1024];
            while (await socket.ReceiveAsync(buffer) > 0)
            {
            }
        }) with { Timeout = s_short },
        Tls("closes before the answer", static (server, socket) => server.ServeAsync(socket, "")),
        Tls("closes in the body", static (server, socket) => server.ServeAsync(socket, Ok + "Content-Length: 10\r\n\r\n{\"a\"")),
        Tls("closes in a body without a length", static (server, socket) => server.ServeAsync(socket, Ok + "\r\n{\"a\"")),
        Tls("answers 200", static (server, socket) => server.ServeAsync(socket)),
    ];

    private static Fault Tls(string name, Func<TlsFaultServer, Socket, Task> misbehave) =>
        new("TLS", name, () => Task.FromResult<IFaultServer>(new TlsFaultServer(TestCertificate.Valid, misbehave) { TrustedCertificate = TestCertificate.Valid }));

    private static Fault Certificate(string name, X509Certificate2 certificate, X509Certificate2? trusted) =>
        new("TLS", name, () => Task.FromResult<IFaultServer>(new TlsFaultServer(certificate, misbehave: null) { TrustedCertificate = trusted }));
}
