using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>A change that must not be made twice, over all the times that it is sent: what is known of its outcome so far.</summary>
/// <param name="operation">The request's name, for metrics and the log.</param>
/// <param name="proof">What shows whether the change was made, as the subject of a sentence; null for the server's state.</param>
internal class Attempt(string operation, LocalizedText? proof = null) : Doubt
{
    /// <summary>
    /// How often a change is planned anew where somebody else changed the folder meanwhile: each time somebody got ahead, so that many
    /// callers of one folder pass one after the other.
    /// </summary>
    public const int MostConflicts = 10;

    public string Operation { get; } = operation;

    /// <summary>Whether it is sent again where the state shows nothing of it; not what the pipeline repeats by itself.</summary>
    public bool MayBeRepeated { get; init; } = true;

    /// <summary>Whether the server answered itself, with a fault that leaves open what it did.</summary>
    public bool IsFault => Loss is ZimbraFaultException;

    /// <summary>What is known of one request of a batch that was answered by a fault.</summary>
    public Attempt After(ZimbraFault fault)
    {
        var one = new Attempt(Operation, proof);
        foreach (ZimbraException failure in new[] { Loss, new ZimbraFaultException(fault, Operation) }.OfType<ZimbraException>())
        {
            if (!failure.IsOutcomeKnown)
            {
                one.Lose(failure);
            }
        }

        return one;
    }

    /// <summary>Reads the server's state after a loss.</summary>
    /// <exception cref="ZimbraOutcomeUnknownException">It cannot be read. That the reading changed nothing says nothing of the
    /// change.</exception>
    public async Task<TState> LookAsync<TState>(Func<CancellationToken, Task<TState>> look, CancellationToken cancellationToken)
    {
        try
        {
            return await look(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e) when (IsInDoubt && e is not ZimbraGuestCollisionException)
        {
            throw Open(AttemptTexts.LookFailed(e.Explanation));
        }
    }

    /// <summary>
    /// The failure to report where the state shows nothing of the change: it was not made, unless the server may still be working on it.
    /// </summary>
    public virtual ZimbraException NotDone() =>
        Loss switch
        {
            null => throw new InvalidOperationException("No reply was lost."),
            _ when !IsOver => Loss,
            ZimbraFaultException fault => new ZimbraFaultException(fault.Fault, fault.Operation) { ChangedNothing = true },
            _ => new ZimbraConnectionException(AttemptTexts.NothingChanged(Loss.Operation ?? Operation, proof), Loss)
            {
                Operation = Loss.Operation,
                IsTransient = true,
            },
        };

    /// <summary>
    /// The failure to report where a repetition was refused: that it changed nothing says nothing of one that may still run.
    /// </summary>
    public virtual ZimbraException Refused(ZimbraException repetition) =>
        IsOver ? repetition : Open(AttemptTexts.FurtherFailed(repetition.Explanation));

    private ZimbraOutcomeUnknownException Open(LocalizedText why) => Unknown(Loss!.Explanation.Then(why), Loss, Loss.Operation);
}
