using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// The bad days of a server, on demand: rules that make chosen calls late, cut, refused or answered with rubbish, and the two filters that
/// stand in front of a real server (request rate, failed logins). Nothing misbehaves until asked. Safe to use while requests are running.
/// </summary>
public sealed class MisbehaviourRules
{
    /// <summary>
    /// The operation name of calendar reads and writes under <c>/home</c> and <c>/user</c>; <c>REST GET</c> and the like narrow it to one
    /// HTTP method.
    /// </summary>
    public const string Rest = "REST";

    /// <summary>
    /// The operation name of the guest's sign-up page, <c>/service/extuserprov/</c>; <c>extuserprov GET</c> and <c>extuserprov POST</c>
    /// narrow it.
    /// </summary>
    public const string SignUp = "extuserprov";

    /// <summary>The operation name of <c>/service/preauth</c>.</summary>
    public const string Preauth = "preauth";

    /// <summary>
    /// The operation name of handing a mail to one recipient's mail server; every recipient address is a call of its own.
    /// </summary>
    public const string Smtp = "SMTP";

    internal const string Anything = "*";

    private const int InjectedKept = 10_000;

    private readonly Lock _lock = new();
    private readonly List<MisbehaviourRule> _rules = [];
    private readonly Queue<InjectedMisbehaviour> _injected = new();
    private long _injections;
    private TaskCompletionSource _nextInjection = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly KnownOperations _operations;

    internal MisbehaviourRules(TimeProvider clock, KnownOperations operations)
    {
        Clock = clock;
        _operations = operations;
        Gate = new RequestGate(clock);
        Late = new LateRequests(clock);
    }

    /// <summary>What was injected so far, oldest first; the last 10,000 are kept.</summary>
    public IReadOnlyList<InjectedMisbehaviour> Injected
    {
        get
        {
            lock (_lock)
                return [.. _injected];
        }
    }

    /// <summary>
    /// Waits until so many faults were injected since the server was started, so that a test can go on once its requests have met their
    /// rules. A call whose rule is a <see cref="MisbehaviourTrigger.Delay"/> counts when it has come, before its time on the server's clock
    /// starts.
    /// </summary>
    /// <param name="count">How many, counted from the start as <see cref="Injected"/> counts, those that it keeps no more included.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public Task WhenInjectedAsync(int count, CancellationToken cancellationToken = default)
    {
        Argument.AtLeast(count, 1);
        return WaitAsync(count, cancellationToken);
    }

    /// <summary>
    /// Checks at the end of a test that every rule in force has met a call at least once, so that a rule for a call that never came is
    /// noticed. Rules that were removed, by <see cref="Clear"/> too, are not looked at, nor are the filters and the lag.
    /// </summary>
    /// <exception cref="InvalidOperationException">Some rules never met a call; the message names each, and how many calls of its operation
    /// came.</exception>
    public void AssertAllInjected()
    {
        List<MisbehaviourRule> missed;
        lock (_lock)
        {
            missed = [.. _rules.Where(rule => !rule.HasMet)];
        }

        if (missed.Count > 0)
        {
            throw new InvalidOperationException(
                $"{missed.Count} of the rules never met a call: {string.Join("; ", missed.Select(rule => rule.Account()))}."
            );
        }
    }

    internal TimeProvider Clock { get; }

    internal RequestGate Gate { get; }

    internal LateRequests Late { get; }

    /// <summary>Makes a token unusable; set by the server that owns these rules.</summary>
    internal Action<string> ExpireToken { get; set; } = static _ => { };

    /// <summary>Sets the time between a change of an ACL and its publication; set by the server that owns these rules.</summary>
    internal Action<TimeSpan> SetPublicationLag { get; set; } = static _ => { };

    /// <summary>
    /// Starts a rule for an operation: the name of a SOAP request (<c>FolderActionRequest</c>; a request inside a <c>BatchRequest</c>
    /// counts), or <see cref="Rest"/>, <see cref="SignUp"/>, <see cref="Preauth"/>, <see cref="Smtp"/>.
    /// </summary>
    /// <param name="operation">The operation's name, in its exact spelling.</param>
    /// <exception cref="ArgumentException">The fake server has no such operation; the message gives the nearest name.</exception>
    public MisbehaviourTrigger On(string operation)
    {
        Argument.NotBlank(operation);
        _operations.Require(operation);
        return new MisbehaviourTrigger(this, operation);
    }

    /// <summary>Starts a rule for every HTTP request, whatever it asks.</summary>
    public MisbehaviourTrigger OnAnything() => new(this, Anything);

    /// <summary>Starts a rule for the mail server's answer to each recipient address (see <see cref="Smtp"/>).</summary>
    public MisbehaviourTrigger OnRecipient() => new(this, Smtp);

    /// <summary>
    /// Publishes each change of an ACL (<c>zimbraSharedItem</c>) only after a while, as a real server does: sign-up, GetShareInfo without
    /// owner and the daily task see it that much later. <see cref="TimeSpan.Zero"/> publishes at once.
    /// </summary>
    /// <param name="lag">The delay on the server's clock.</param>
    public void LagPublication(TimeSpan lag)
    {
        Argument.AtLeast(lag, TimeSpan.Zero);
        SetPublicationLag(lag);
    }

    /// <summary>
    /// Switches on Zimbra's filter against guessing: after more than <paramref name="failures"/> failed SOAP logins from one address every
    /// request from it is answered with a plain HTTP 503 until <paramref name="duration"/> has passed. REST sign-ins are not counted.
    /// </summary>
    /// <param name="failures">Failed logins still borne; the real server's value is 10.</param>
    /// <param name="duration">The time of the block; the real server's is 15 minutes at least.</param>
    public void BlockAddressAfterFailedLogins(int failures, TimeSpan duration) => Gate.BlockAfter(failures, duration);

    /// <summary>
    /// Switches on the filter against floods: a request that comes within a second of as many others over the same connection is answered
    /// with an HTML page and no <c>Retry-After</c>. Refused requests count too. With a new connection each time nothing is refused.
    /// </summary>
    /// <param name="perSecond">Requests let through in one second; the real server's value (<c>zimbraHttpDosFilterMaxRequestsPerSec</c>) is
    /// 30.</param>
    /// <param name="status">The status of the refusal: 429 as the real server answers, or 503 as a proxy with a limit of its own.</param>
    public void LimitRequests(int perSecond, int status) => Gate.Limit(perSecond, status);

    /// <summary>Does at once what the server has yet to do because of <see cref="MisbehaviourTrigger.HtmlPageBeforeEffect"/>.</summary>
    public Task FinishLateAsync() => Late.FinishAsync(DateTimeOffset.MaxValue);

    /// <summary>
    /// Takes away every rule, the filters, the lag of publication and what is still to be done late; <see cref="Injected"/> is kept.
    /// </summary>
    public void Clear()
    {
        lock (_lock)
            _rules.Clear();
        Gate.Open();
        Late.Clear();
        SetPublicationLag(TimeSpan.Zero);
    }

    /// <exception cref="ArgumentException">The fake server has no such operation.</exception>
    internal void Require(string operation) => _operations.Require(operation);

    internal MisbehaviourRule Add(MisbehaviourRule rule)
    {
        lock (_lock)
            _rules.Add(rule);
        return rule;
    }

    internal void Remove(MisbehaviourRule rule)
    {
        lock (_lock)
            _rules.Remove(rule);
    }

    /// <summary>Counts one call of an operation in the rules about it, and gives the effects of the kind that are due.</summary>
    internal IReadOnlyList<TEffect> Due<TEffect>(string operation)
        where TEffect : class, IEffect
    {
        lock (_lock)
        {
            List<TEffect>? due = null;
            foreach (var rule in _rules)
            {
                if (rule.Effect is not TEffect effect || !rule.Matches(operation) || rule.Count() is not { } call)
                    continue;
                (due ??= []).Add(effect);
                Note(
                    new InjectedMisbehaviour
                    {
                        Operation = operation,
                        Call = call,
                        Kind = effect.Kind,
                        At = Clock.GetUtcNow(),
                    }
                );
            }
            return due ?? (IReadOnlyList<TEffect>)[];
        }
    }

    /// <summary>The fault that a call of an operation is to be answered with, or null.</summary>
    internal FaultEffect? FaultDue(string operation) => Due<FaultEffect>(operation) is [var due, ..] ? due : null;

    private void Note(InjectedMisbehaviour injected)
    {
        if (_injected.Count == InjectedKept)
            _injected.Dequeue();
        _injected.Enqueue(injected);
        _injections++;
        _nextInjection.SetResult();
        _nextInjection = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task WaitAsync(int count, CancellationToken cancellationToken)
    {
        while (Missing(count) is { } next)
        {
            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next injection, while fewer than so many are there.</summary>
    private Task? Missing(int count)
    {
        lock (_lock)
        {
            return _injections < count ? _nextInjection.Task : null;
        }
    }
}
