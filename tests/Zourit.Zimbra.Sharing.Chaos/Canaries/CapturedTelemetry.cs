using System.Diagnostics;
using System.Diagnostics.Metrics;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Chaos.Canaries;

/// <summary>
/// Takes down all traces of the process, and the measurements of the library and of HttpClient, for the scenario in which they were made.
/// </summary>
internal sealed class CapturedTelemetry : IDisposable
{
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics;

    public CapturedTelemetry()
    {
        _traces = new ActivityListener
        {
            // The fake's own server is in this process too; what it says of requests is not the library's.
            ShouldListenTo = source =>
                source.Name is ZimbraTelemetry.ActivitySourceName || source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (
                    instrument.Meter.Name == ZimbraTelemetry.MeterName
                    || instrument.Meter.Name.StartsWith("System.Net", StringComparison.Ordinal)
                )
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _metrics.Start();
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Note(Activity activity)
    {
        if (Evidence.Current is not { } evidence)
        {
            return;
        }

        evidence.Add("trace", $"{activity.DisplayName} {activity.StatusDescription}");
        foreach ((string name, object? value) in activity.TagObjects)
        {
            evidence.Add("trace", $"{name}={value}");
        }

        foreach (ActivityEvent entry in activity.Events)
        {
            evidence.Add("trace", $"{entry.Name} {string.Join(' ', entry.Tags)}");
        }

        foreach ((string name, string? value) in activity.Baggage)
        {
            evidence.Add("trace", $"{name}={value}");
        }
    }

    private static void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Evidence.Current is not { } evidence)
        {
            return;
        }

        foreach ((string name, object? value) in tags)
        {
            evidence.Add($"metric {instrument.Name}", $"{name}={value}");
        }
    }
}
