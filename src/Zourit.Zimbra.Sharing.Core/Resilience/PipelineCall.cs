using Polly;
using Polly.CircuitBreaker;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>An operation on its way through the pipeline, and what is known of it over all its attempts.</summary>
internal abstract class PipelineCall(string operation, RetrySafety rule, TimeProvider time)
{
    public static readonly ResiliencePropertyKey<PipelineCall?> Key = new("Zourit.Zimbra.Sharing.PipelineCall");

    public string Operation { get; } = operation;

    public RetrySafety Rule { get; } = rule;

    /// <summary>Whether its attempts limit themselves: what comes in for minutes may, as long as something comes in.</summary>
    public bool LimitsItself { get; init; }

    /// <summary>Cancelled when the caller turns away or the client is closed.</summary>
    public CancellationToken GivenUp { get; set; }

    /// <summary>Whether an attempt was made and failed. One that ended because the login's server is paused (open circuit) was
    /// none.</summary>
    public bool WasTried { get; private set; }

    /// <summary>What the attempts leave open.</summary>
    public Doubt Doubt { get; } = new();

    /// <summary>Whether something may have been changed.</summary>
    public bool IsInDoubt => Doubt.IsInDoubt && Rule != RetrySafety.Safe;

    /// <summary>
    /// An answer with refusals that may pass, for which the call is repeated. It is what the call came to where no later attempt gives an
    /// answer.
    /// </summary>
    public CallResult? Kept { get; set; }

    /// <summary>When the call started: all its time counts, that of the wait for a place too.</summary>
    public long Began { get; } = time.GetTimestamp();

    /// <summary>Whether the call had a place, so that something of it may have been sent.</summary>
    public bool WasBegun { get; private set; }

    public void Begin() => WasBegun = true;

    /// <summary>The outcome of the attempt that the repetitions follow; it is taken once.</summary>
    public Outcome<CallResult>? Made { private get; set; }

    public Outcome<CallResult>? TakeMade()
    {
        Outcome<CallResult>? made = Made;
        Made = null;
        return made;
    }

    /// <summary>Keeps in mind what a failed attempt leaves open.</summary>
    protected void Note(Exception failure)
    {
        WasTried |= failure is not BrokenCircuitException;
        if (
            failure
            is ZimbraOutcomeUnknownException
                or ZimbraFaultException { IsOutcomeKnown: false }
                or (OperationCanceledException and not NotSentException)
        )
        {
            Doubt.Lose(failure);
        }
    }

    /// <summary>Runs once. A failure is given as outcome, so that no layer of the pipeline has to catch and throw it again.</summary>
    public abstract ValueTask<Outcome<CallResult>> AttemptAsync(CancellationToken cancellationToken);
}
