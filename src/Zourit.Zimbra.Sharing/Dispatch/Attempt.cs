namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>A change that must not be made twice, over all the times that it is sent: what is known of its outcome so far.</summary>
/// <param name="operation">The request's name, for metrics and the log.</param>
/// <param name="proof">What shows whether the change was made, as the subject of a sentence.</param>
internal sealed class Attempt(string operation, string proof = "the server's state, read afterwards,")
{
    /// <summary>
    /// How often a change is planned anew where somebody else changed the folder meanwhile: each time somebody got ahead, so that many
    /// callers of one folder pass one after the other.
    /// </summary>
    public const int MostConflicts = 10;

    public string Operation { get; } = operation;

    /// <summary>How many times the change was sent.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The failure that leaves the outcome open: the first that the server may still be working on, since whatever becomes of a repetition
    /// says nothing of it; else the last. Null while every answer was plain.
    /// </summary>
    public ZimbraException? Loss { get; private set; }

    public bool IsInDoubt => Loss is not null;

    /// <summary>Whether the server answered itself, with a fault that leaves open what it did.</summary>
    public bool IsFault => Loss is ZimbraFaultException;

    /// <summary>Whether the server may be working on the change even now.</summary>
    public bool MayStillRun =>
        Loss is ZimbraOutcomeUnknownException { MayStillRun: true }
        || (Loss is ZimbraFaultException fault && FaultCatalogue.MayStillRun(fault.Code));

    /// <summary>The change is sent once more.</summary>
    public void Start() => Count++;

    /// <summary>Remembers a failure that leaves the outcome open.</summary>
    public void Lose(ZimbraException failure)
    {
        if (!MayStillRun)
        {
            Loss = failure;
        }
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
            throw Unknown($"Looking for that failed too: {e.Message}");
        }
    }

    /// <summary>
    /// The failure to report where the state shows nothing of the change: it was not made, unless the server may still be working on it.
    /// </summary>
    public ZimbraException NotDone() =>
        Loss switch
        {
            null => throw new InvalidOperationException("No reply was lost."),
            _ when MayStillRun => Loss,
            ZimbraFaultException fault => new ZimbraFaultException(fault.Fault, fault.Operation) { ChangedNothing = true },
            _ => new ZimbraConnectionException($"{Loss.Operation}: the reply was lost, and {proof} shows that nothing was changed.", Loss)
            {
                Operation = Loss.Operation,
                IsTransient = true,
            },
        };

    /// <summary>
    /// The failure to report where a repetition was refused: that it changed nothing says nothing of one that may still run.
    /// </summary>
    public ZimbraException Refused(ZimbraException repetition) =>
        MayStillRun ? Unknown($"A further attempt failed: {repetition.Message}") : repetition;

    private ZimbraOutcomeUnknownException Unknown(string why) =>
        new($"{Loss!.Message} {why}", Loss) { Operation = Loss.Operation, MayStillRun = MayStillRun };
}
