using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CdeCodegen.EndToEnd.Document;

namespace CdeCodegen.EndToEnd.Prism;

/// <summary>
/// Runs Prism, a third-party mock server that validates each request against the document and answers with any documented status on request.
/// </summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string _document;
    private readonly StringBuilder _log = new();

    private PrismServer(Process process, string document, Uri baseAddress)
    {
        _process = process;
        _document = document;
        BaseAddress = baseAddress;
    }

    /// <summary>The path that <c>install.sh</c> installs to.</summary>
    public static string Executable { get; } = Path.Combine(Path.GetTempPath(), "cdecodegen-prism", "node_modules", ".bin", "prism");

    public Uri BaseAddress { get; }

    /// <summary>The output so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static async Task<PrismServer> StartAsync()
    {
        // The document keeps a wrong parameter name of the original API documentation, for which Prism rejects every request.
        string document = Path.Combine(Path.GetTempPath(), $"cdecodegen-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(document, Specification.Shared.Yaml.Replace("{movedToBinPublicId}", "{publicId}", StringComparison.Ordinal));

        int port = FreePort();
        var start = new ProcessStartInfo(Executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["mock", "--errors", "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), document])
        {
            start.ArgumentList.Add(argument);
        }

        var listening = new TaskCompletionSource();
        var server = new PrismServer(new Process { StartInfo = start }, document, new Uri($"http://127.0.0.1:{port}"));
        server._process.OutputDataReceived += (_, line) => server.OnOutput(line.Data, listening);
        server._process.ErrorDataReceived += (_, line) => server.OnOutput(line.Data, listening);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(s_startTimeout);
            return server;
        }
        catch (TimeoutException)
        {
            string log = server.Log;
            await server.DisposeAsync();
            throw new TimeoutException("Prism did not start:\n" + log);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_document);
    }

    private void OnOutput(string? line, TaskCompletionSource listening)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }

        if (line?.Contains("Prism is listening", StringComparison.Ordinal) == true)
        {
            listening.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
