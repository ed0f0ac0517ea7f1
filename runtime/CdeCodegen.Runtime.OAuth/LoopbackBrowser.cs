using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Signs in the user of this machine: opens the browser and receives the redirect on a loopback port (RFC 8252, 7.3). The port stays open until the instance is
/// disposed.
/// </summary>
public sealed class LoopbackBrowser : IDisposable
{
    /// <summary>Another program can take a free port before the listener binds it.</summary>
    private const int BindAttempts = 10;

    private const string SignedInPage =
        "<!doctype html><meta charset=utf-8><title>Signed in</title><p>The response was received. This window can be closed.";

    private const string NotFoundPage = "<!doctype html><meta charset=utf-8><title>Not found</title><p>This is not the expected response.";

    private readonly HttpListener _listener;
    private readonly Action<Uri> _open;

    /// <summary>One sign-in at a time: two waits would compete for the same requests.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The pending accept. It outlives a canceled sign-in, and the next one continues with it.</summary>
    private Task<HttpListenerContext>? _accept;

    /// <summary>Starts a listener on 127.0.0.1.</summary>
    /// <param name="port">The port, or 0 for any free port. Authorization servers must allow any port in loopback redirect URIs.</param>
    /// <param name="path">The path of <see cref="RedirectUri"/>, which starts with a slash.</param>
    /// <param name="open">Shows the address to the user. Null opens the default browser. A program without a display can print the address.</param>
    /// <exception cref="HttpListenerException">The port is in use.</exception>
    public LoopbackBrowser(int port = 0, string path = "/callback", Action<Uri>? open = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        if (path is not ['/', ..])
        {
            throw new ArgumentException("The path must start with a slash.", nameof(path));
        }

        _open = open ?? OpenDefaultBrowser;
        (_listener, int bound) = Listen(port);
        RedirectUri = new Uri($"http://127.0.0.1:{bound}{path}");
    }

    /// <summary>Gets the address that receives the redirect. Use it as <see cref="AuthorizationCodeOptions.RedirectUri"/>.</summary>
    public Uri RedirectUri { get; }

    /// <summary>Gets how long one sign-in may take, from opening the browser to the redirect.</summary>
    /// <value>Five minutes by default. <see cref="Timeout.InfiniteTimeSpan"/> disables the limit.</value>
    public TimeSpan SignInTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Shows the request to the user and waits for the redirect. Any page and any program on the machine can send requests to the port. Those without the state
    /// of the request get a 404. Use it as <see cref="AuthorizationCodeOptions.Authorize"/>.
    /// </summary>
    /// <param name="request">The authorization request.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The redirect URI with the query of the authorization response.</returns>
    /// <exception cref="OAuthException">The redirect did not arrive within <see cref="SignInTimeout"/>.</exception>
    public async Task<Uri> AuthorizeAsync(AuthorizationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(SignInTimeout);
            _open(request.Url);
            try
            {
                return await ReceiveAsync(request, deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
            {
                throw new OAuthException($"The user did not sign in within {SignInTimeout.TotalSeconds:0.###} s.");
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Closes the port.</summary>
    public void Dispose() => _listener.Close();

    private async Task<Uri> ReceiveAsync(AuthorizationRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            HttpListenerContext context = await (_accept ??= _listener.GetContextAsync()).WaitAsync(cancellationToken).ConfigureAwait(false);
            _accept = null;
            Uri? url = context.Request.Url;
            bool isResponse = context.Request.HttpMethod == HttpMethod.Get.Method
                && url is not null && url.AbsolutePath == RedirectUri.AbsolutePath && request.ReadResponse(url) is not null;
            if (isResponse)
            {
                await RespondAsync(context.Response, 200, SignedInPage).ConfigureAwait(false);
                return url!;
            }

            // Not awaited: a client that does not read must not keep the redirect waiting.
            _ = RespondAsync(context.Response, 404, NotFoundPage);
        }
    }

    private static async Task RespondAsync(HttpListenerResponse response, int status, string html)
    {
        try
        {
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";

            // The address contains the code, which must not leak to other pages or to the cache.
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cache-Control"] = "no-store";
            byte[] page = System.Text.Encoding.UTF8.GetBytes(html);
            response.ContentLength64 = page.Length;
            await response.OutputStream.WriteAsync(page).ConfigureAwait(false);
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The page is a courtesy: the client may have gone, and a HEAD request takes no body.
        }
    }

    private static (HttpListener Listener, int Port) Listen(int port)
    {
        for (int attempt = 1; ; attempt++)
        {
            int candidate = port == 0 ? FindFreePort() : port;
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{candidate}/");
            try
            {
                listener.Start();
                return (listener, candidate);
            }
            catch (HttpListenerException) when (port == 0 && attempt < BindAttempts)
            {
                listener.Close();
            }
        }
    }

    private static int FindFreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static void OpenDefaultBrowser(Uri url) => Process.Start(new ProcessStartInfo(url.AbsoluteUri) { UseShellExecute = true })?.Dispose();
}
