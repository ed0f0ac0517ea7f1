using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Asks the user of this machine: opens the browser, and waits on a loopback port for the answer (RFC 8252, 7.3). The port is held until it is disposed.
/// </summary>
public sealed class LoopbackBrowser : IDisposable
{
    /// <summary>Another program may take a free port before the listener does.</summary>
    private const int Attempts = 10;

    private const string Answered = "<!doctype html><meta charset=utf-8><title>Signed in</title><p>The answer was received. This window can be closed.";
    private const string NotHere = "<!doctype html><meta charset=utf-8><title>Nothing here</title><p>This is not the answer that is waited for.";

    private readonly HttpListener _listener;
    private readonly Action<Uri> _open;

    /// <summary>A wait that was stopped leaves the listener waiting: the next one goes on with it.</summary>
    private Task<HttpListenerContext>? _next;

    /// <summary>A listener on 127.0.0.1.</summary>
    /// <param name="port">The port; 0 for any that is free, which authorization servers have to allow for loopback addresses.</param>
    /// <param name="path">The path of <see cref="RedirectUri"/>, from a slash on.</param>
    /// <param name="open">Shows the address to the user; null for the system's browser. A program without a screen can print it.</param>
    /// <exception cref="HttpListenerException">The port is taken.</exception>
    public LoopbackBrowser(int port = 0, string path = "/callback", Action<Uri>? open = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        if (path is not ['/', ..])
        {
            throw new ArgumentException("The path starts with a slash.", nameof(path));
        }

        _open = open ?? OpenBrowser;
        (_listener, int bound) = Listen(port);
        RedirectUri = new Uri($"http://127.0.0.1:{bound}{path}");
    }

    /// <summary>Where the answer is waited for: the <see cref="AuthorizationCodeOptions.RedirectUri"/>.</summary>
    public Uri RedirectUri { get; }

    /// <summary>Shows the request to the user and waits for the answer. Requests that are no answer to it are turned away. The <see cref="AuthorizationCodeOptions.Authorize"/>.</summary>
    /// <param name="request">What the user is asked.</param>
    /// <param name="cancellationToken">Stops the wait, which has no other end than the answer.</param>
    /// <returns>The address that the user was sent back to.</returns>
    public async Task<Uri> AuthorizeAsync(AuthorizationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _open(request.Url);
        while (true)
        {
            HttpListenerContext context = await (_next ??= _listener.GetContextAsync()).WaitAsync(cancellationToken).ConfigureAwait(false);
            _next = null;
            Uri? url = context.Request.Url;
            bool isAnswer = url is not null && url.AbsolutePath == RedirectUri.AbsolutePath && request.ReadAnswer(url) is not null;
            await RespondAsync(context.Response, isAnswer).ConfigureAwait(false);
            if (isAnswer)
            {
                return url!;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private static async Task RespondAsync(HttpListenerResponse response, bool isAnswer)
    {
        try
        {
            response.StatusCode = isAnswer ? 200 : 404;
            response.ContentType = "text/html; charset=utf-8";
            // The address holds the code: it is for nobody else.
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cache-Control"] = "no-store";
            byte[] page = System.Text.Encoding.UTF8.GetBytes(isAnswer ? Answered : NotHere);
            response.ContentLength64 = page.Length;
            await response.OutputStream.WriteAsync(page).ConfigureAwait(false);
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException)
        {
            // The browser did not wait for the page. What it brought counts.
        }
    }

    private static (HttpListener Listener, int Port) Listen(int port)
    {
        for (int attempt = 1; ; attempt++)
        {
            int candidate = port == 0 ? FreePort() : port;
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{candidate}/");
            try
            {
                listener.Start();
                return (listener, candidate);
            }
            catch (HttpListenerException) when (port == 0 && attempt < Attempts)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static void OpenBrowser(Uri url) => Process.Start(new ProcessStartInfo(url.AbsoluteUri) { UseShellExecute = true })?.Dispose();
}
