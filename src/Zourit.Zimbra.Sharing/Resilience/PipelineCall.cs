using Polly;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>An operation on its way through the pipeline, and what is known of it over all its attempts.</summary>
internal abstract class PipelineCall(string operation, RepeatRule rule, TimeProvider time)
{
    public string Operation { get; } = operation;

    public RepeatRule Rule { get; } = rule;

    /// <summary>Whether the server may have carried out one of the attempts: it was sent, and its reply was lost or not waited for.</summary>
    public bool MayBeDone { get; protected set; }

    /// <summary>When the first attempt began; before it the call waited for its turn, which the total time does not count.</summary>
    public long Began { get; private set; }

    protected void Begin()
    {
        if (Began == 0)
        {
            Began = time.GetTimestamp();
        }
    }

    /// <summary>Runs once. A failure is given as outcome, so that no layer of the pipeline has to catch and throw it again.</summary>
    public abstract ValueTask<Outcome<CallResult>> AttemptAsync(CancellationToken cancellationToken);
}
