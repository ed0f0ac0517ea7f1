using System.Diagnostics;
using Microsoft.Kiota.Abstractions;
using Productsup.Cde;

namespace CdeCodegen.Fuzzing.Load;

/// <summary>Sends many restores at a time to a server that fails now and then, and counts how each call ended.</summary>
internal sealed class LoadRun
{
    private const int Samples = 200;

    private readonly int _calls;
    private readonly int _flight;
    private readonly Lock _sampling = new();
    private int _next;
    private int _done;

    private LoadRun(int calls, int flight)
    {
        _calls = calls;
        _flight = flight;
    }

    /// <summary>The number of calls for each fault.</summary>
    public int[] Faults { get; } = new int[LoadFaults.Kinds];

    /// <summary>Calls that did not end as their fault demands, at most a hundred.</summary>
    public List<string> Surprises { get; } = [];

    /// <summary>Calls that the server carried out another number of times than once.</summary>
    public int NotOnce { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>The number of calls done, the bytes in use after a collection, and the open handles of the process.</summary>
    public List<(int Done, long Bytes, int Handles)> Curve { get; } = [];

    public static async Task<LoadRun> RunAsync(int calls, int flight)
    {
        var run = new LoadRun(calls, flight);
        await using LoadServer server = await LoadServer.StartAsync(calls);
        var client = new CdeClient(new ApiClientOptions { BaseUrl = server.Address, AccessTokenProvider = new StaticAccessTokenProvider("token") });
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, flight).Select(_ => Task.Run(() => run.CallAsync(client))));
        run.Elapsed = watch.Elapsed;
        foreach (int times in server.Restored)
        {
            run.NotOnce += times == 1 ? 0 : 1;
        }

        return run;
    }

    private async Task CallAsync(CdeClient client)
    {
        int call;
        while ((call = Interlocked.Increment(ref _next) - 1) < _calls)
        {
            LoadFault fault = LoadFaults.Of(call);
            string outcome = await DescribeAsync(client, LoadFaults.IdOf(call));
            Interlocked.Increment(ref Faults[(int)fault]);
            if (outcome != Expected(fault))
            {
                lock (_sampling)
                {
                    Surprises.Add($"{call}: {fault} ended as {outcome}");
                }
            }

            int done = Interlocked.Increment(ref _done);
            if (done % Math.Max(1, _calls / Samples) == 0)
            {
                lock (_sampling)
                {
                    Curve.Add((done, GC.GetTotalMemory(forceFullCollection: true), CountHandles()));
                }
            }
        }
    }

    /// <summary>One outcome for each call: a case, or one of the documented exceptions.</summary>
    private static async Task<string> DescribeAsync(CdeClient client, Guid id)
    {
        try
        {
            ConnectorRestoreFromBinResult result = await client.Connectors[id].RestoreFromBin.PatchAsync();
            return result switch
            {
                ConnectorRestoreFromBinResult.Ok ok => "Ok" + (ok.Body.Data.Name.Length > 0 ? "" : " without a name"),
                ConnectorRestoreFromBinResult.NotFound { BodyError: null } e => "NotFound" + (e.Body.Message.Length > 0 ? "" : " without a message"),
                ConnectorRestoreFromBinResult.NotFound { RawBody: not null } => "NotFound with BodyError",
                _ => result.ToString(),
            };
        }
        catch (Exception e) when (e is ApiException or HttpRequestException)
        {
            return e.GetType().Name;
        }
    }

    private static string Expected(LoadFault fault) => fault switch
    {
        LoadFault.HangUp or LoadFault.Reset => nameof(OutcomeUnknownException),
        LoadFault.NotFound => "NotFound",
        LoadFault.NotFoundPage => "NotFound with BodyError",
        LoadFault.Undocumented => nameof(UnexpectedStatusException),
        LoadFault.Truncated or LoadFault.InvalidBody => nameof(ResponseFormatException),
        _ => "Ok",
    };

    private static int CountHandles() =>
        Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : Process.GetCurrentProcess().HandleCount;
}
