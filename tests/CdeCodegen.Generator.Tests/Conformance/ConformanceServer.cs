using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace CdeCodegen.Generator.Tests.Conformance;

/// <summary>
/// Runs the test server that Azure's generators are tested against (npm package <c>@microsoft.azure/autorest.testserver</c>). It compares each request
/// with the expected one, and counts the scenarios that a client has completed.
/// </summary>
internal sealed class ConformanceServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);
    private static readonly string[] s_categories = ["", "/optional", "/azure"];
    private readonly Process _process;
    private readonly HttpClient _http;

    private ConformanceServer(Process process, Uri baseAddress)
    {
        _process = process;
        BaseAddress = baseAddress;
        _http = new HttpClient { BaseAddress = baseAddress };
    }

    /// <summary>The folder that <c>install.sh</c> installs the package into.</summary>
    public static string Package { get; } =
        Path.Combine(Path.GetTempPath(), "cdecodegen-conformance", "node_modules", "@microsoft.azure", "autorest.testserver");

    /// <summary>The documents of the package: names without extension and paths.</summary>
    public static IEnumerable<(string Name, string Path)> Documents =>
        Directory.Exists(Package)
            ? Directory.GetFiles(Path.Combine(Package, "swagger"), "*.json")
                .Select(static path => (System.IO.Path.GetFileNameWithoutExtension(path), path))
                .OrderBy(static document => document.Item1, StringComparer.Ordinal)
            : [];

    public Uri BaseAddress { get; }

    public static async Task<ConformanceServer> StartAsync()
    {
        int port = FreePort();
        string coverage = Directory.CreateTempSubdirectory("cdecodegen-conformance-coverage-").FullName;
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])
            [Path.Combine(Package, "dist", "cli", "cli.js"), "run", "--port=" + port.ToString(CultureInfo.InvariantCulture), "--coverageDirectory=" + coverage])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ConformanceServer(process, new Uri($"http://localhost:{port}"));
        long deadline = Environment.TickCount64 + (long)s_startTimeout.TotalMilliseconds;
        while (true)
        {
            try
            {
                await server.CoverageAsync();
                return server;
            }
            catch (HttpRequestException) when (Environment.TickCount64 < deadline && !process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>How often each scenario was completed.</summary>
    public async Task<SortedDictionary<string, int>> CoverageAsync()
    {
        var scenarios = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string category in s_categories)
        {
            using var report = JsonDocument.Parse(await _http.GetByteArrayAsync("/report" + category));
            foreach (JsonProperty scenario in report.RootElement.EnumerateObject())
            {
                scenarios[scenario.Name] = scenario.Value.GetInt32();
            }
        }

        return scenarios;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
