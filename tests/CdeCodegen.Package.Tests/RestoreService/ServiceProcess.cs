using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using RestoreApi.Tests;

namespace CdeCodegen.Package.Tests.RestoreService;

/// <summary>The program <c>samples/RestoreApi</c>, running as a process of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private readonly ConcurrentQueue<string> _lines = [];

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => _process = process;

    /// <summary>A caller of the service with a valid token.</summary>
    public HttpClient Caller { get; } = new();

    /// <summary>What the service wrote to its console so far.</summary>
    public string Console => string.Join('\n', _lines);

    /// <summary>Starts the program and waits until it listens.</summary>
    /// <param name="program">The program, then its arguments.</param>
    /// <param name="cde">The address of the CDE API.</param>
    /// <param name="tokens">The address of the token endpoint.</param>
    public static async Task<ServiceProcess> StartAsync(string[] program, Uri cde, Uri tokens)
    {
        var start = new ProcessStartInfo(program[0], program[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(program[^1]),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Cde__BaseUrl"] = cde.ToString();
        start.Environment["Cde__OAuth__TokenEndpoint"] = tokens.ToString();
        start.Environment["Cde__OAuth__ClientSecret"] = "secret-of-the-service";
        foreach ((string key, string value) in CallerTokens.Settings)
        {
            start.Environment[key.Replace(":", "__")] = value;
        }

        var service = new ServiceProcess(new Process { StartInfo = start });
        service._process.OutputDataReceived += (_, e) => service.Read(e.Data);
        service._process.ErrorDataReceived += (_, e) => service.Read(e.Data);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        try
        {
            service.Caller.BaseAddress = await service._address.Task.WaitAsync(s_timeout);
        }
        catch (TimeoutException)
        {
            await service.DisposeAsync();
            throw new TimeoutException("The service did not start:\n" + service.Console);
        }

        service.Caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CallerTokens.Valid);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Caller.Dispose();
    }

    private void Read(string? line)
    {
        _lines.Enqueue(line ?? "");
        if (ListeningPattern().Match(line ?? "") is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http\S+)")]
    private static partial Regex ListeningPattern();
}
