using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Acme.Shop;
using Acme.Shop.Models;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Consumer.Tests.Telemetry;

/// <summary>Activities, metrics and log events of calls. Each test has its own server name, because listeners are those of the process.</summary>
public class TelemetryTests
{
    [Fact]
    public async Task An_activity_has_the_operation_and_its_outcome()
    {
        using var seen = new Activities("activity.example");

        await Call("activity.example", HttpStatusCode.NotFound);

        Activity activity = Assert.Single(seen.Stopped);
        Assert.Equal("order_show", activity.DisplayName);
        Assert.Equal("CdeCodegen.Runtime", activity.Source.Name);
        Assert.Equal(typeof(ApiResult).Assembly.GetName().Version!.ToString(3), activity.Source.Version);
        Assert.Equal("GET", activity.GetTagItem("http.request.method"));
        Assert.Equal("/orders/{order-id}", activity.GetTagItem("url.template"));
        Assert.Equal("activity.example", activity.GetTagItem("server.address"));
        Assert.Equal(443, activity.GetTagItem("server.port"));
        Assert.Equal(404, activity.GetTagItem("http.response.status_code"));
        Assert.Equal("NotFound", activity.GetTagItem("cdecodegen.case"));
        Assert.Null(activity.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
    }

    [Fact]
    public async Task Server_errors_undocumented_statuses_and_exceptions_are_errors()
    {
        using var seen = new Activities("errors.example");

        await Shop("errors.example", new StubHandler(503)).Orders.GetAsync();
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => Call("errors.example", HttpStatusCode.Conflict));
        await Assert.ThrowsAsync<HttpRequestException>(() => Shop("errors.example", new StubHandler(_ => throw new HttpRequestException("x"))).Orders["1"].GetAsync());

        Assert.All(seen.Stopped, activity => Assert.Equal(ActivityStatusCode.Error, activity.Status));
        Assert.Equal(
            [("503", 503), ("CdeCodegen.Runtime.UnexpectedStatusException", 409), ("System.Net.Http.HttpRequestException", null)],
            seen.Stopped.Select(activity => ((string?)activity.GetTagItem("error.type"), (int?)activity.GetTagItem("http.response.status_code"))));
    }

    [Fact]
    public async Task The_activity_is_the_parent_of_the_request()
    {
        using var seen = new Activities("parent.example");
        string? current = null;
        var server = new StubHandler(_ =>
        {
            current = Activity.Current?.DisplayName;
            return StubHandler.Response(null, null, HttpStatusCode.NotFound);
        });

        await Shop("parent.example", server).Orders["1"].GetAsync();

        Assert.Equal("order_show", current);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task Results_are_counted_by_operation_and_case()
    {
        using var seen = new Measurements("metrics.example");

        await Call("metrics.example", HttpStatusCode.NotFound);
        await Call("metrics.example", HttpStatusCode.NotFound);
        await Call("metrics.example", HttpStatusCode.Unauthorized);
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => Call("metrics.example", HttpStatusCode.Conflict));

        Assert.Equal(
            ["order_show NotFound 404 ", "order_show NotFound 404 ", "order_show Unauthorized 401 ", "order_show  409 CdeCodegen.Runtime.UnexpectedStatusException"],
            seen.Of("cdecodegen.operation.results").Select(m => $"{m.Tags["cdecodegen.operation"]} {m.Tag("cdecodegen.case")} {m.Tag("http.response.status_code")} {m.Tag("error.type")}"));
        Assert.All(seen.Of("cdecodegen.operation.results"), m => Assert.Equal(1, m.Value));
        Assert.Equal(4, seen.Of("cdecodegen.operation.duration").Count());
        Assert.All(seen.Of("cdecodegen.operation.duration"), m => Assert.InRange(m.Value, 0, 60));
        Assert.All(seen.Of("cdecodegen.operation.duration"), m => Assert.Equal("/orders/{order-id}", m.Tags["url.template"]));
    }

    [Fact]
    public async Task Log_events_say_the_outcome()
    {
        var log = new Log();

        await Call("log.example", HttpStatusCode.NotFound, log);
        await Shop("log.example", new StubHandler(503), log).Orders.GetAsync();
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => Call("log.example", HttpStatusCode.Conflict, log));
        await Assert.ThrowsAsync<TimeoutException>(() => Shop("log.example", new StubHandler(_ => throw new TimeoutException()), log).Orders["1"].GetAsync());

        Assert.Equal(
            [
                (LogLevel.Debug, 1, "order_show returned NotFound (404) after N ms."),
                (LogLevel.Warning, 2, "order_list returned ServiceUnavailable (503) after N ms."),
                (LogLevel.Warning, 3, "order_show got a response with status 409 that the API's document does not describe: CdeCodegen.Runtime.UnexpectedStatusException, after N ms."),
                (LogLevel.Warning, 4, "order_show failed with System.TimeoutException after N ms."),
            ],
            log.Events);
        Assert.Equal(["CdeCodegen.Runtime"], log.Categories.Distinct());
    }

    [Fact]
    public async Task No_body_token_path_value_or_query_value_is_reported()
    {
        using var activities = new Activities("private.example");
        using var measurements = new Measurements("private.example");
        var log = new Log();
        ShopClient shop = Shop("private.example", StubHandler.Json("\"secret\"", HttpStatusCode.Conflict), log, "secret-token");

        await Assert.ThrowsAsync<UnexpectedStatusException>(() => shop.Orders["secret"].GetAsync());
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => shop.Orders.GetAsync(r => r.QueryParameters.XTrace = "secret"));
        await Assert.ThrowsAsync<UnexpectedStatusException>(() => shop.Orders.PostAsync(new Order { OrderId = "secret", State = "secret" }));
        await Assert.ThrowsAsync<HttpRequestException>(
            () => Shop("private.example", new StubHandler(_ => throw new HttpRequestException("secret")), log).Orders["1"].GetAsync());

        Assert.Equal(4, activities.Stopped.Count);
        Assert.DoesNotContain(activities.Stopped, a => a.TagObjects.Any(t => t.Value?.ToString()?.Contains("secret") == true) || a.StatusDescription is not null || a.Events.Any());
        Assert.DoesNotContain(measurements.All, m => m.Tags.Values.Any(value => value?.ToString()?.Contains("secret") == true));
        Assert.DoesNotContain(log.Events, e => e.Text.Contains("secret"));
    }

    private static Task<OrderShowResult> Call(string host, HttpStatusCode status, Log? log = null)
        => Shop(host, StubHandler.Bytes([], null, status), log).Orders["1"].GetAsync();

    private static ShopClient Shop(string host, HttpMessageHandler server, Log? log = null, string token = "t")
        => new(new ApiClientOptions
        {
            HttpClient = new HttpClient(server),
            BaseUrl = new Uri($"https://{host}/v1"),
            LoggerFactory = log,
            AccessTokenProvider = new StaticAccessTokenProvider(token),
        });

    private sealed class Activities : IDisposable
    {
        private readonly ActivityListener _listener;

        public Activities(string host)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "CdeCodegen.Runtime",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if ((string?)activity.GetTagItem("server.address") == host)
                    {
                        Stopped.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<Activity> Stopped { get; } = [];

        public void Dispose() => _listener.Dispose();
    }

    private sealed record Measurement(string Instrument, double Value, Dictionary<string, object?> Tags)
    {
        public object? Tag(string name) => Tags.GetValueOrDefault(name);
    }

    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<Measurement> _seen = new();
        private readonly string _host;

        public Measurements(string host)
        {
            _host = host;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "CdeCodegen.Runtime")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<Measurement> All => _seen;

        public IEnumerable<Measurement> Of(string instrument) => _seen.Where(m => m.Instrument == instrument);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var measurement = new Measurement(instrument.Name, value, new Dictionary<string, object?>(tags.ToArray()));
            if (_host.Equals(measurement.Tag("server.address")))
            {
                _seen.Enqueue(measurement);
            }
        }
    }

    private sealed class Log : ILoggerFactory, ILogger
    {
        public List<(LogLevel Level, int Id, string Text)> Events { get; } = [];

        public List<string> Categories { get; } = [];

        public ILogger CreateLogger(string categoryName)
        {
            Categories.Add(categoryName);
            return this;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Assert.Null(exception);
            Events.Add((logLevel, eventId.Id, System.Text.RegularExpressions.Regex.Replace(formatter(state, exception), "[0-9]+ ms", "N ms")));
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
