using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Reports calls as activities, metrics and log events.</summary>
/// <remarks>
/// Names follow the OpenTelemetry conventions for HTTP clients. Paths, queries, headers, bodies and the messages of exceptions contain identifiers and
/// secrets, so nothing of them is reported.
/// </remarks>
internal sealed class CallTelemetry
{
    private const string SourceName = "CdeCodegen.Runtime";

    private static readonly string s_version = typeof(ApiResult).Assembly.GetName().Version!.ToString(3);
    private static readonly ActivitySource s_activities = new(SourceName, s_version);
    private static readonly Meter s_meter = new(SourceName, s_version);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "cdecodegen.operation.duration", "s", "The duration of calls, from the request for a token to the end of the body.");

    private static readonly Counter<long> s_results = s_meter.CreateCounter<long>(
        "cdecodegen.operation.results", "{result}", "The results of calls, by operation and case.");

    private readonly ILogger? _logger;

    internal CallTelemetry(ILoggerFactory? loggers) => _logger = loggers?.CreateLogger(SourceName);

    /// <summary>Whether anybody listens. Otherwise calls take the path without telemetry, which allocates nothing for it.</summary>
    internal bool IsEnabled => s_activities.HasListeners() || s_duration.Enabled || s_results.Enabled || _logger?.IsEnabled(LogLevel.Warning) == true;

    /// <summary>Starts the observation of a call.</summary>
    internal Call Start(ApiOperation operation, HttpRequestMessage request)
    {
        var call = new Call(this, operation, request);
        if (s_activities.StartActivity(operation.Name, ActivityKind.Internal) is { } activity)
        {
            call.Activity = activity;
            activity.SetTag("http.request.method", call.Method);
            activity.SetTag("url.template", operation.Template);
            activity.SetTag("server.address", call.Host);
            activity.SetTag("server.port", call.Port);
        }

        return call;
    }

    /// <summary>One observed call.</summary>
    internal sealed class Call(CallTelemetry telemetry, ApiOperation operation, HttpRequestMessage request)
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        internal string Method { get; } = request.Method.Method;

        internal string Host { get; } = request.RequestUri!.Host;

        internal int Port { get; } = request.RequestUri.Port;

        internal Activity? Activity { get; set; }

        /// <summary>Reports a documented case. Only a server error is an error: a documented 404 is an answer that the caller expects.</summary>
        internal void Complete(ApiResult result)
            => End(result.GetType().Name, result.StatusCode, result.StatusCode >= 500 ? result.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);

        /// <summary>Reports a call that throws.</summary>
        internal void Fail(Exception exception)
            => End(null, exception is ResponseException response ? response.ResponseStatusCode : null, exception.GetType().FullName);

        private void End(string? @case, int? status, string? error)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
            if (Activity is not null)
            {
                Activity.SetTag("http.response.status_code", status);
                Activity.SetTag("cdecodegen.case", @case);
                Activity.SetTag("error.type", error);
                if (error is not null)
                {
                    Activity.SetStatus(ActivityStatusCode.Error);
                }

                Activity.Dispose();
            }

            if (s_duration.Enabled || s_results.Enabled)
            {
                var tags = new TagList
                {
                    { "cdecodegen.operation", operation.Name },
                    { "http.request.method", Method },
                    { "server.address", Host },
                };
                Add(ref tags, "url.template", operation.Template);
                Add(ref tags, "cdecodegen.case", @case);
                Add(ref tags, "http.response.status_code", status);
                Add(ref tags, "error.type", error);
                s_duration.Record(elapsed.TotalSeconds, tags);
                s_results.Add(1, tags);
            }

            if (telemetry._logger is { } logger)
            {
                Log(logger, @case, status, error, elapsed.TotalMilliseconds);
            }
        }

        private static void Add(ref TagList tags, string name, object? value)
        {
            if (value is not null)
            {
                tags.Add(name, value);
            }
        }

        private void Log(ILogger logger, string? @case, int? status, string? error, double milliseconds)
        {
            if (error is null)
            {
                CallLog.Completed(logger, operation.Name, @case!, status!.Value, milliseconds);
            }
            else if (@case is not null)
            {
                CallLog.ServerFailed(logger, operation.Name, @case, status!.Value, milliseconds);
            }
            else if (status is not null)
            {
                CallLog.ResponseRejected(logger, operation.Name, status.Value, error, milliseconds);
            }
            else
            {
                CallLog.Failed(logger, operation.Name, error, milliseconds);
            }
        }
    }
}
