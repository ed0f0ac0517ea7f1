using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Acme.Bank;
using CdeCodegen.Runtime.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using Productsup.Cde;
using Productsup.Cde.Models;

// Two clients in one container, each with its own server and key from the configuration.
var requests = new Requests();
HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
foreach (string region in new[] { "eu", "us" })
{
    builder.Services.AddKeyedBankClient(region, Section(("ServerVariables:region", region), ("ApiKey", "key-" + region)))
        .ConfigurePrimaryHttpMessageHandler(() => requests);
}

using (IHost host = builder.Build())
{
    await host.StartAsync();
    foreach (string region in new[] { "eu", "us" })
    {
        await host.Services.GetRequiredKeyedService<BankClient>(region).ByKey.GetAsync();
        Console.WriteLine($"{region} {requests.Last}");
    }
}

// Wrong values end the start.
foreach ((string key, string value) in new[] { ("ServerVariables:region", "mars"), ("ApiKey", "") })
{
    builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Services.AddBankClient(Section((key, value)));
    using IHost host = builder.Build();
    try
    {
        await host.StartAsync();
    }
    catch (OptionsValidationException e)
    {
        Console.WriteLine(e.Message);
    }
}

// A client sends only the token of the provider that its registration names. The server refuses it, so the client asks for another one and sends the GET again.
var refusals = new Refusals();
builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddSingleton<Tokens>().AddSingleton<IAccessTokenProvider>(services => services.GetRequiredService<Tokens>());
builder.Services.AddKeyedCdeClient("none", o => o.BaseUrl = new Uri("https://cde.example")).ConfigurePrimaryHttpMessageHandler(() => refusals);
builder.Services.AddKeyedCdeClient("named", o => o.BaseUrl = new Uri("https://cde.example"))
    .WithAccessTokenProvider(services => services.GetRequiredService<Tokens>())
    .ConfigurePrimaryHttpMessageHandler(() => refusals);
using (IHost host = builder.Build())
{
    foreach (string name in new[] { "none", "named" })
    {
        int refused = (await host.Services.GetRequiredKeyedService<CdeClient>(name).States.GetAsync()).StatusCode;
        Console.WriteLine($"{name} {refused} {refusals.Count} {string.Join(", ", refusals.Credentials)}".TrimEnd());
    }
}

// A result, an exception and a delay from a fake.
var fake = new ApiFake();
var notFound = new ConnectorRestoreFromBinResult.NotFound(new Error { Message = "No such connector." });
var cde = new CdeClient(fake.Options);
fake.Returns(notFound).ThenThrows(new HttpRequestException("refused"));
int status = (await cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync()).StatusCode;
string failure = await FailureAsync(() => cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync());
fake.Returns(notFound).After(Timeout.InfiniteTimeSpan);
using var canceled = new CancellationTokenSource(TimeSpan.FromMilliseconds(10));
string end = await FailureAsync(() => cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync(cancellationToken: canceled.Token));
Console.WriteLine($"{status} {failure} {end} {fake.Calls.Count}");
Console.WriteLine($"{fake.Calls[0].Method} {fake.Calls[0].Template}");
try
{
    (await cde.States.GetAsync()).EnsureSuccess();
}
catch (ApiFakeException e)
{
    Console.WriteLine(e.Message[..(e.Message.IndexOf('.') + 1)]);
}

// Tests in parallel: each has its own fake, and all call one more.
var shared = new ApiFake();
shared.Returns<ConnectorShowResult>(call => new ConnectorShowResult.NotFound(new Error { Message = call.Path }));
var common = new CdeClient(shared.Options);
int right = 0;
await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (test, _) =>
{
    var own = new ApiFake();
    var id = Guid.NewGuid();
    own.Returns(new ConnectorShowResult.NotFound(new Error { Message = $"{test}" }));
    if (await new CdeClient(own.Options).Connectors[id].GetAsync() is ConnectorShowResult.NotFound mine
        && await common.Connectors[id].GetAsync() is ConnectorShowResult.NotFound theirs
        && mine.Body.Message == $"{test}"
        && theirs.Body.Message == $"/connectors/{id}"
        && own.Calls.Count == 1)
    {
        Interlocked.Increment(ref right);
    }
});
Console.WriteLine($"{right} {shared.Calls.Select(call => call.Path).Distinct().Count()}");

// An activity and a metric for each call.
using var activities = new ActivityListener
{
    ShouldListenTo = source => source.Name == "CdeCodegen.Runtime",
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = activity => Console.WriteLine(
        $"{activity.DisplayName} {activity.GetTagItem("http.response.status_code")} {activity.GetTagItem("cdecodegen.case")} {activity.Status}"),
};
ActivitySource.AddActivityListener(activities);
using var meters = new MeterListener
{
    InstrumentPublished = (instrument, listener) =>
    {
        if (instrument.Meter.Name == "CdeCodegen.Runtime")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    },
};
var results = new List<string>();
meters.SetMeasurementEventCallback<long>((instrument, measurement, tags, _) =>
{
    var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
    results.Add($"{values["cdecodegen.operation"]} {values["cdecodegen.case"]} {measurement}");
});
meters.Start();
fake.Returns(notFound);
await cde.Connectors[Guid.Empty].RestoreFromBin.PatchAsync();
Console.WriteLine(string.Join(",", results));

// A model within a value of the program, as JSON.
string json = JsonSerializer.Serialize(new Answer(1, notFound.Body));
Console.WriteLine(json);
Console.WriteLine(JsonSerializer.Deserialize<Answer>(json)!.Error.Message);

static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
    .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create("Bank:" + pair.Key, (string?)pair.Value)))
    .Build()
    .GetSection("Bank");

static async Task<string> FailureAsync(Func<Task<ConnectorRestoreFromBinResult>> call)
{
    try
    {
        ConnectorRestoreFromBinResult result = await call();
        return result.ToString()!;
    }
    catch (HttpRequestException e)
    {
        return e.Message;
    }
    catch (OperationCanceledException)
    {
        return "canceled";
    }
}

internal sealed record Answer(int Id, Error Error);

internal sealed class Tokens : IAccessTokenProvider
{
    private int _count;

    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? context = null, CancellationToken cancellationToken = default) =>
        Task.FromResult("token-" + ++_count);
}

internal sealed class Refusals : HttpMessageHandler
{
    public int Count { get; private set; }

    public List<string> Credentials { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Count++;
        if (request.Headers.Authorization is { } credential)
        {
            Credentials.Add(credential.ToString());
        }

        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("""{"message":"no"}""", null, "application/json") });
    }
}

internal sealed class Requests : HttpMessageHandler
{
    public string? Last { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Last = $"{request.RequestUri} {request.Headers.GetValues("X-Key").Single()}";
        return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    }
}
