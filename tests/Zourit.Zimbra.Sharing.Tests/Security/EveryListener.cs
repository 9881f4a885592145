using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// Listens to all that the process tells about itself, .NET's own HTTP included: spans, measurements and events, at the most talkative
/// level.
/// </summary>
internal sealed class EveryListener : EventListener
{
    private static readonly string[] Watched =
    [
        "System.Net.Http",
        "System.Net.Security",
        "System.Net.Sockets",
        "System.Net.NameResolution",
        "Microsoft-Diagnostics-DiagnosticSource",
        "Polly",
    ];

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public EveryListener()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
                Keep(
                    $"{span.Source.Name} {span.OperationName} {span.DisplayName} {span.StatusDescription} {Pairs(span.TagObjects)} "
                        + $"{Pairs(span.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)))} "
                        + $"{string.Join(' ', span.Events.Select(each => each.Name + Pairs(each.Tags)))}"
                ),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep($"{instrument.Name} {Pairs(tags.ToArray())}"));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep($"{instrument.Name} {Pairs(tags.ToArray())}"));
        _meters.Start();
    }

    public IReadOnlyCollection<string> Lines => _lines;

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (Watched.Contains(eventSource.Name, StringComparer.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Keep($"{eventData.EventSource.Name} {eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? [])}");

    // The base class calls back before this one's fields are there.
    private void Keep(string line) => _lines?.Enqueue(line);

    private static string Pairs(IEnumerable<KeyValuePair<string, object?>> pairs) =>
        string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"));
}
