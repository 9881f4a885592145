using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Canaries;
using Zourit.Zimbra.Sharing.Chaos.Sabotages;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>
/// One life of a caller's program: its clients, and what becomes of their requests. When it dies every request under way is cut off, no
/// further one leaves, and nothing that it knew is kept.
/// </summary>
internal sealed class CallerProcess : IAsyncDisposable
{
    private readonly World _world;
    private readonly RunSettings _settings;
    private readonly Interruption? _death;
    private readonly bool _isQuiet;
    private readonly CancellationTokenSource _dead = new();
    private readonly List<ServiceProvider> _containers = [];
    private readonly BreakerWatch _breaker = new();
    private readonly Lock _lock = new();
    private List<Exchange> _exchanges = [];
    private List<Task> _underWay = [];
    private CancellationTokenSource? _call;
    private Interruption? _givesUp;
    private long _interruptedAt;
    private int _requests;
    private int _requestsOfCall;
    private volatile int _calls;

    /// <param name="world">The server.</param>
    /// <param name="plan">What the caller does.</param>
    /// <param name="settings">What all runs share.</param>
    /// <param name="death">When it dies; null for not at all.</param>
    /// <param name="isQuiet">Whether nothing stalls, so that only a busy machine takes long.</param>
    public CallerProcess(World world, CallerPlan plan, RunSettings settings, Interruption? death, bool isQuiet)
    {
        _world = world;
        _settings = settings;
        _death = death;
        _isQuiet = isQuiet;
        Plan = plan;
        Clock = new CallerClock(world.Clock, plan.ClockAhead, world.Turns is not null);
        Client = Connect(CredentialsOf(plan, world.Scenario));
    }

    public CallerPlan Plan { get; }

    public CallerClock Clock { get; }

    public ZimbraClient Client { get; }

    public Evidence Evidence => _settings.Evidence;

    public CanarySet Canaries => _settings.Canaries;

    public bool IsDead => _dead.IsCancellationRequested;

    /// <summary>Whether the client left the server alone at any time of the call that runs.</summary>
    public bool WasLeftAlone => _breaker.WasOpen;

    /// <summary>Whether the caller gave up, or the process died, in the call that runs.</summary>
    public bool IsInterrupted => Volatile.Read(ref _interruptedAt) != 0;

    /// <summary>How long ago the caller gave up, or the process died, in the call that runs; zero when neither happened.</summary>
    public TimeSpan SinceGivingUp => _interruptedAt == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(_interruptedAt);

    /// <summary>A client of its own for other credentials.</summary>
    public ZimbraClient Connect(ZimbraCredentials credentials)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CapturedLogs(Evidence)).AddProvider(_breaker)
        );
        IHttpClientBuilder http = services.AddZimbraSharing(Configure).UseCredentials(_ => credentials).HttpClient;
        if (_settings.Sabotage is { } sabotage)
        {
            http.AddHttpMessageHandler(provider =>
                SabotageHandlers.Create(
                    sabotage,
                    Plan.ToString(),
                    () => _calls,
                    _settings.GivenUp,
                    provider.GetRequiredService<ILoggerFactory>()
                )
            );
        }

        http.AddHttpMessageHandler(() => new WireHandler(_world, this));
        ServiceProvider container = services.BuildServiceProvider();
        _containers.Add(container);
        return container.GetRequiredService<ZimbraClient>();
    }

    /// <summary>An owner's calendars: seen by the owner, or by the administrator.</summary>
    public CalendarClient CalendarsOf(string owner) =>
        Plan.Login == LoginKind.Administrator ? Client.Mailbox(owner).Calendars : Client.Calendars;

    /// <summary>Begins a call; its token ends it when the caller gives up or the process dies.</summary>
    public CancellationToken BeginCall(Interruption? givesUp, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _calls++;
            _exchanges = [];
            _requestsOfCall = 0;
            _interruptedAt = 0;
            _givesUp = givesUp;
            _breaker.Begin();
            _call = CancellationTokenSource.CreateLinkedTokenSource(_dead.Token, cancellationToken);
            return _call.Token;
        }
    }

    /// <summary>
    /// Ends a call: waits until the server is through with what was left under way, and tells what was sent and whether the caller gave up.
    /// </summary>
    public async Task<(IReadOnlyList<Exchange> Exchanges, bool GaveUp)> EndCallAsync()
    {
        List<Task> underWay;
        CancellationTokenSource call;
        lock (_lock)
        {
            (underWay, _underWay) = (_underWay, []);
            call = _call!;
        }

        await Task.WhenAll(underWay);
        lock (_lock)
        {
            bool gaveUp = call.IsCancellationRequested && !IsDead;
            call.Dispose();
            _call = null;
            return (_exchanges, gaveUp);
        }
    }

    /// <summary>A request is about to be sent: notes it.</summary>
    /// <exception cref="HttpRequestException">The process is dead.</exception>
    public Exchange Begin(string operation, bool changes)
    {
        lock (_lock)
        {
            if (IsDead)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The process is dead.");
            }

            var exchange = new Exchange(operation, changes);
            _exchanges.Add(exchange);
            return exchange;
        }
    }

    /// <summary>Counts a request; tells whether the process dies or its caller gives up in it, and when.</summary>
    public (Moment Moment, Action Interrupt)? Count()
    {
        lock (_lock)
        {
            _requests++;
            _requestsOfCall++;
            if (_death?.Request == _requests)
            {
                return (_death.Moment, () => Interrupt(_dead));
            }

            return _givesUp?.Request == _requestsOfCall && _call is { } call ? (_givesUp.Moment, () => Interrupt(call)) : null;
        }
    }

    /// <summary>Keeps an eye on a request that nobody waits for any more.</summary>
    public void LeaveUnderWay(Task request)
    {
        lock (_lock)
        {
            _underWay.Add(request);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider container in _containers)
        {
            await container.DisposeAsync();
        }

        _dead.Dispose();
    }

    private void Interrupt(CancellationTokenSource source)
    {
        Volatile.Write(ref _interruptedAt, TimeProvider.System.GetTimestamp());
        source.Cancel();
    }

    private static ZimbraCredentials CredentialsOf(CallerPlan plan, Scenario scenario)
    {
        PlannedOwner? owner = scenario.Owners.FirstOrDefault(owner => owner.Name == plan.Account);
        return plan.Login switch
        {
            LoginKind.Administrator => ZimbraCredentials.Admin(World.Admin, new Secret(scenario.AdminPassword)),
            LoginKind.Password => ZimbraCredentials.Password(owner!.Name, new Secret(owner.Password)),
            LoginKind.PasswordCallback => ZimbraCredentials.PasswordFrom(owner!.Name, _ =>
                ValueTask.FromResult(new Secret(owner.Password))
            ),
            LoginKind.Preauth => ZimbraCredentials.Preauth(
                owner!.Name,
                new Secret(scenario.Domains.First(domain => domain.Name == owner.Domain).PreauthKey)
            ),
            _ => ZimbraCredentials.Anonymous,
        };
    }

    private void Configure(ZimbraSharingOptions options)
    {
        bool inTurns = _world.Turns is not null;
        options.ServerUri = _world.Server.ServerUri;
        options.AdminUri = _world.Server.AdminUri;
        options.Account = "unused@club0.test";
        options.Client.TimeProvider = Clock;

        // Late enough that a busy machine is not taken for a stalled server. With turns the clock is put forward where a reply stalls.
        options.Client.AttemptTimeout = TimeSpan.FromSeconds(
            _isQuiet ? 60
            : inTurns ? 20
            : 5
        );
        options.Client.TotalTimeout = TimeSpan.FromSeconds(_isQuiet || inTurns ? 200 : 20);
        options.Client.MaxRetries = Plan.MaxRetries;
        options.Client.RetryDelay = TimeSpan.FromMilliseconds(20);
        options.Client.MaxRetryDelay = inTurns ? TimeSpan.FromSeconds(3) : TimeSpan.FromMilliseconds(50);
        options.Client.BreakAfterRequests = Plan.BreakAfterRequests;
        options.Client.BreakDuration = TimeSpan.FromMilliseconds(500);
        options.Client.MaxReplyBytes = 512 * 1024;
    }
}
