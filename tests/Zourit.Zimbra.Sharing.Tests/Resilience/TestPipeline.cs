using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>What one attempt does.</summary>
internal delegate ValueTask<string> Attempt(TestPipeline pipeline, CancellationToken cancellationToken);

/// <summary>A pipeline whose attempts are written down beforehand. Its clock does not move unless an attempt lets it run.</summary>
internal sealed class TestPipeline : IDisposable
{
    private readonly SemaphoreSlim _places = new(1);
    private readonly CallPipeline _pipeline;
    private readonly Queue<Attempt> _attempts;

    public TestPipeline(IEnumerable<Attempt> attempts, Action<ZimbraClientOptions>? configure = null)
    {
        CallSettings options = TestClients
            .Options(options =>
            {
                options.TimeProvider = Clock;
                (options.MaxRetries, options.RetryDelay) = (2, TimeSpan.Zero);
                (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(100));
                configure?.Invoke(options);
            })
            .ToSettings();
        _attempts = new(attempts);
        _pipeline = new CallPipeline(
            options,
            new CallTelemetry(new Uri("https://mail1.example.net"), Clock, Log.CreateLogger("calls")),
            _places,
            Closing.Token
        );
    }

    public FakeTimeProvider Clock { get; } = new();

    public CapturedLog Log { get; } = new();

    public CancellationTokenSource Closing { get; } = new();

    public CancellationTokenSource Caller { get; } = new();

    public int Attempts { get; private set; }

    public static Attempt Answer { get; } = (_, _) => ValueTask.FromResult("answer");

    /// <summary>The request is on its way; there is no answer.</summary>
    public static Attempt NoAnswer(double seconds) =>
        async (pipeline, token) =>
        {
            pipeline.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return "";
        };

    /// <summary>The request is held up by the login before it.</summary>
    public static Attempt NoLogin(double seconds) =>
        async (pipeline, token) =>
        {
            try
            {
                return await NoAnswer(seconds)(pipeline, token);
            }
            catch (OperationCanceledException e)
            {
                throw new Sharing.Transport.NotSentException("The login was cancelled.", e, token);
            }
        };

    public static Attempt TurnedAway(double afterSeconds = 0, double? retryAfter = null) =>
        (pipeline, _) =>
        {
            pipeline.Clock.Advance(TimeSpan.FromSeconds(afterSeconds));
            throw new ZimbraConnectionException(new LocalizedText("The server is busy."))
            {
                IsTransient = true,
                RetryAfter = retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null,
            };
        };

    public static Attempt Lost { get; } = (_, _) => throw new ZimbraOutcomeUnknownException(new LocalizedText("The connection broke."));

    /// <summary>Does something to the caller or the client, and then what another attempt does.</summary>
    public static Attempt While(Attempt attempt, Action<TestPipeline> happens) =>
        async (pipeline, token) =>
        {
            ValueTask<string> running = attempt(pipeline, token);
            happens(pipeline);
            return await running;
        };

    public Task<string> RunAsync(RetrySafety rule) =>
        _pipeline.RunAsync(
            rule switch
            {
                RetrySafety.Safe => "GetFolderRequest",
                RetrySafety.Converging => "FolderActionRequest",
                _ => "SendShareNotificationRequest",
            },
            rule,
            static (pipeline, token) =>
            {
                pipeline.Attempts++;
                return pipeline._attempts.Dequeue()(pipeline, token);
            },
            this,
            Caller.Token
        );

    public void Dispose()
    {
        Caller.Dispose();
        Closing.Dispose();
        _places.Dispose();
    }
}
