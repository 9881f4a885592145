using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>Keeps what the library measures and traces, to be asked for server by server, since other tests run at the same time.</summary>
internal sealed class TelemetryListener : IDisposable
{
    private readonly ConcurrentQueue<Measurement> _measured = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public TelemetryListener()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ZimbraTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => _measured.Enqueue(new(instrument.Name, value, new(tags.ToArray())))
        );
        _meters.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _measured.Enqueue(new(instrument.Name, value, new(tags.ToArray())))
        );
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ZimbraTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyList<Measurement> Measured(Uri server, string instrument) =>
        [.. _measured.Where(one => one.Instrument == instrument && IsOf(server, one.Tags.GetValueOrDefault))];

    public IReadOnlyList<Activity> SpansTo(Uri server) => [.. _spans.Where(span => IsOf(server, span.GetTagItem))];

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private static bool IsOf(Uri server, Func<string, object?> tag) =>
        Equals(tag("server.address"), server.Host) && Equals(tag("server.port"), server.Port);
}

/// <summary>One value that was measured.</summary>
internal sealed record Measurement(string Instrument, double Value, Dictionary<string, object?> Tags);
