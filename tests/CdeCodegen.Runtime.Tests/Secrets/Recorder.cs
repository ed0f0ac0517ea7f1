using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Reflection;

namespace CdeCodegen.Runtime.Tests.Secrets;

/// <summary>Records every text that a call shows to logs, traces, metrics and debuggers.</summary>
internal sealed class Recorder : EventListener
{
    private readonly ConcurrentBag<string>? _texts = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public Recorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument),
        };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Record(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Record(instrument, tags));
        _meters.Start();
    }

    public IReadOnlyCollection<string> Texts => _texts!;

    /// <summary>Records what a log or a debugger shows of an object: its texts, and those of the exceptions in it.</summary>
    public void Record(object? value)
    {
        Add(value?.ToString());
        if (value is null)
        {
            return;
        }

        Add(DebuggerText(value));
        if (value is Exception e)
        {
            Add(e.Message);
            Add(e.Source);
            foreach (DictionaryEntry entry in e.Data)
            {
                Add($"{entry.Key}={entry.Value}");
            }

            Record(e.InnerException);
        }
    }

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.Contains("CdeCodegen", StringComparison.Ordinal) || eventSource.Name == "System.Net.Http")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    // The base constructor calls this before the fields exist.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) => _texts?.Add(string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[]));

    private void Record(Activity activity)
    {
        Add(activity.OperationName + " " + activity.DisplayName + " " + activity.StatusDescription);
        foreach ((string key, object? value) in activity.TagObjects)
        {
            Add($"{key}={value}");
        }

        foreach (ActivityEvent item in activity.Events)
        {
            Add(item.Name + " " + string.Join(' ', item.Tags));
        }

        foreach ((string key, string? value) in activity.Baggage)
        {
            Add($"{key}={value}");
        }
    }

    private void Record(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Add(instrument.Name);
        foreach ((string key, object? value) in tags)
        {
            Add($"{key}={value}");
        }
    }

    /// <summary>Evaluates the members that a <see cref="DebuggerDisplayAttribute"/> names, as a debugger does.</summary>
    private static string DebuggerText(object value)
    {
        Type type = value.GetType();
        string? display = type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: true)?.Value;
        if (display is null)
        {
            return "";
        }

        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        string text = display;
        foreach (string member in display.Split('{', '}').Where((_, i) => i % 2 == 1).Select(part => part.Split(',', '(')[0]))
        {
            text += " " + (type.GetProperty(member, Any)?.GetValue(value) ?? type.GetMethod(member, Any, [])?.Invoke(value, null));
        }

        return text;
    }

    private void Add(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _texts!.Add(text);
        }
    }
}
