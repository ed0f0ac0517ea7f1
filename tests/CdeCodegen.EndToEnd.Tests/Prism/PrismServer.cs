using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CdeCodegen.EndToEnd.Document;

namespace CdeCodegen.EndToEnd.Prism;

/// <summary>
/// Prism, an existing mock server: it checks each request against the document and answers with each documented status on demand. It
/// knows the document and nothing of this project.
/// </summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly string document;
    private readonly StringBuilder log = new();

    private PrismServer(Process process, string document, Uri baseAddress)
    {
        this.process = process;
        this.document = document;
        BaseAddress = baseAddress;
    }

    /// <summary>Where <c>install.sh</c> puts it.</summary>
    public static string Executable { get; } = Path.Combine(Path.GetTempPath(), "cdecodegen-prism", "node_modules", ".bin", "prism");

    public Uri BaseAddress { get; }

    /// <summary>What it said.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public static async Task<PrismServer> StartAsync()
    {
        // Prism refuses every request to the path whose parameter has another name. That defect is kept in the document, not here.
        string document = Path.Combine(Path.GetTempPath(), $"cdecodegen-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(document, Specification.Shared.Yaml.Replace("{movedToBinPublicId}", "{publicId}", StringComparison.Ordinal));

        int port = FreePort();
        var start = new ProcessStartInfo(Executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "mock", "--errors", "--host", "127.0.0.1", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), document })
        {
            start.ArgumentList.Add(argument);
        }

        var listening = new TaskCompletionSource();
        var server = new PrismServer(new Process { StartInfo = start }, document, new Uri($"http://127.0.0.1:{port}"));
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data, listening);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data, listening);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(patience);
            return server;
        }
        catch (TimeoutException)
        {
            string said = server.Log;
            await server.DisposeAsync();
            throw new TimeoutException("Prism did not start:\n" + said);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(document);
    }

    private void Hear(string? line, TaskCompletionSource listening)
    {
        lock (log)
        {
            log.AppendLine(line);
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
