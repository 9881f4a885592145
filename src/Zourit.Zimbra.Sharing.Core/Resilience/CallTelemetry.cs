using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Polly.Timeout;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>The spans and instruments of one server's calls.</summary>
internal sealed class CallTelemetry(Uri server, TimeProvider time, ILogger logger)
{
    private const string Operation = "zimbra.operation";
    private const string ErrorType = "error.type";

    private static readonly ActivitySource Source = new(ZimbraTelemetry.ActivitySourceName);
    private static readonly Meter Meter = new(ZimbraTelemetry.MeterName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "zimbra.client.call.duration",
        "s",
        "Time of a call of an operation, its repetitions, waits and logins included.",
        tags: null,
        new InstrumentAdvice<double>
        {
            // OpenTelemetry's own buckets are meant for milliseconds: every call would be in the first.
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 100],
        }
    );
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "zimbra.client.retries",
        "{retry}",
        "Attempts beyond the first."
    );
    private static readonly Counter<long> Renewals = Meter.CreateCounter<long>(
        "zimbra.client.login.renewals",
        "{login}",
        "Logins because the server did not accept a token any more."
    );
    private static readonly UpDownCounter<long> LeftAlone = Meter.CreateUpDownCounter<long>(
        "zimbra.client.breaker.open",
        "{server}",
        "Servers that are left alone after too many failures."
    );

    private readonly KeyValuePair<string, object?> _address = new("server.address", server.Host);
    private readonly KeyValuePair<string, object?> _port = new("server.port", server.Port);
    private int _leftAlone;

    /// <summary>Host and port of the server.</summary>
    public string Authority { get; } = server.Authority;

    public static bool IsListenedTo => Duration.Enabled || Source.HasListeners();

    /// <summary>
    /// Watches a call. One that was answered counts as failed, too, where something in it was refused: by the first of these, as a request
    /// alone would by its own.
    /// </summary>
    public async Task<CallResult> WatchAsync(string operation, Func<Task<CallResult>> call)
    {
        using Activity? span = Source.StartActivity(operation, ActivityKind.Client);
        span?.SetTag(Operation, operation).SetTag(_address.Key, _address.Value).SetTag(_port.Key, _port.Value);
        long started = time.GetTimestamp();
        string? error = null;
        try
        {
            CallResult result = await call().ConfigureAwait(false);
            error = result.Refusals?[0].Code;
            return result;
        }
        catch (Exception e)
        {
            error = KindOf(e);
            throw;
        }
        finally
        {
            var tags = new TagList { new(Operation, operation), _address, _port };
            if (error is not null)
            {
                tags.Add(ErrorType, error);
                span?.SetTag(ErrorType, error).SetStatus(ActivityStatusCode.Error);
            }

            Duration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    /// <summary>A request is sent once more.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="attempt">Which attempt failed, counted from 1.</param>
    /// <param name="pause">How long was waited in between.</param>
    /// <param name="failure">What the attempt failed with: a word of <see cref="KindOf"/>, or a fault's code.</param>
    public void Repeats(string? operation, int attempt, TimeSpan pause, string failure)
    {
        Retries.Add(1, new(Operation, operation), _address, _port);
        logger.Repeated(operation, pause.TotalMilliseconds, attempt, failure);
    }

    public void LogsInAgain(string operation) => Renewals.Add(1, new(Operation, operation), _address, _port);

    public void BreakerOpened(TimeSpan duration)
    {
        // After a trial that failed it opens again without having been closed.
        if (Interlocked.Exchange(ref _leftAlone, 1) == 0)
        {
            LeftAlone.Add(1, _address, _port);
            logger.LeftAlone(server.Host, server.Port, duration.TotalSeconds);
        }
    }

    public void BreakerClosed()
    {
        if (Forget())
        {
            logger.Back(server.Host, server.Port);
        }
    }

    /// <summary>Nobody asks this server any more: it does not count as left alone.</summary>
    /// <returns>Whether it did.</returns>
    public bool Forget()
    {
        bool was = Interlocked.Exchange(ref _leftAlone, 0) == 1;
        if (was)
        {
            LeftAlone.Add(-1, _address, _port);
        }

        return was;
    }

    /// <summary>The word for a failure, as the documentation's page <c>docs/observability.md</c> lists them.</summary>
    public static string KindOf(Exception e) =>
        e switch
        {
            ZimbraFaultException fault => fault.Code,
            ZimbraAuthenticationException => "authentication",
            ZimbraConnectionException => "connection",
            ZimbraOutcomeUnknownException => "outcome_unknown",
            ZimbraProtocolException => "protocol",
            ZimbraFeedException => "feed",
            TimeoutRejectedException => "timeout",
            OperationCanceledException => "cancelled",
            ObjectDisposedException => "closed",
            ArgumentException => "argument",
            _ => e.GetType().Name,
        };
}
