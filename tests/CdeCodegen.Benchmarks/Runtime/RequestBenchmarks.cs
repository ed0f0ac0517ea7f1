using System.Net;
using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Peers;
using CdeCodegen.Benchmarks.Peers.SystemTextJson;
using CdeCodegen.Benchmarks.Support;
using Productsup.Cde;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>
/// A whole call over a stub handler, from the arguments to the typed result. The generated client sends an Accept header; the raw client does not.
/// </summary>
public abstract class RequestBenchmarks(HttpStatusCode status, byte[] body)
{
    private protected RawClient RawClient { get; } = new(ConstantHandler.Client(status, body));

    private protected CdeClient Client { get; } = new(ConstantHandler.Client(status, body));

    private protected KiotaClient KiotaClient { get; } = new(ConstantHandler.Client(status, body));

    [Benchmark(Baseline = true)]
    public virtual async Task<object?> Raw()
    {
        (HttpStatusCode _, ConnectorEnvelope? ok, Error? error) = await RawClient.RestoreFromBin(Seed.Id).ConfigureAwait(false);
        return (object?)ok ?? error;
    }

    [Benchmark]
    public virtual async Task<object?> Generated() => await Client.Connectors[Seed.Id].RestoreFromBin.PatchAsync().ConfigureAwait(false) switch
    {
        ConnectorRestoreFromBinResult.Ok ok => ok.Body,
        ConnectorRestoreFromBinResult.Unauthorized error => error.Body,
        ConnectorRestoreFromBinResult.Forbidden error => error.Body,
        ConnectorRestoreFromBinResult.NotFound error => error.Body,
    };

    [Benchmark]
    public virtual async Task<object?> Kiota()
    {
        try
        {
            return await KiotaClient.RestoreFromBin(Seed.Id).ConfigureAwait(false);
        }
        catch (Peers.Kiota.Error error)
        {
            return error;
        }
    }
}

/// <summary>Status 200 with a body of 4.9 KB.</summary>
[MemoryDiagnoser]
public class Request200Benchmarks() : RequestBenchmarks(HttpStatusCode.OK, Seed.Connector);

/// <summary>Status 404 with a body of 38 bytes, which the caller handles.</summary>
[MemoryDiagnoser]
public class Request404Benchmarks() : RequestBenchmarks(HttpStatusCode.NotFound, Seed.Message);

/// <summary>Status 200 with a body of 38 bytes.</summary>
[MemoryDiagnoser]
public class RequestSmallBenchmarks() : RequestBenchmarks(HttpStatusCode.OK, Seed.Message)
{
    public override async Task<object?> Raw() => await RawClient.ValidateVcsConfig(Seed.Id, "main").ConfigureAwait(false);

    public override async Task<object?> Generated() =>
        await Client.Connectors[Seed.Id].Versions["main"].VcsConfigs.Validate.GetAsync().ConfigureAwait(false) switch
        {
            ConnectorValidateVcsConfigResult.Ok ok => ok.Body,
            _ => null,
        };

    public override async Task<object?> Kiota() => await KiotaClient.ValidateVcsConfig(Seed.Id, "main").ConfigureAwait(false);
}
