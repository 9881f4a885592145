namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// A change whose reply was lost, or which the server broke off: what becomes of it is found out by looking, and what cannot be found out
/// is reported as unknown.
/// </summary>
/// <param name="cause">The loss.</param>
/// <param name="proof">What shows whether it was done, as the subject of a sentence.</param>
internal sealed class LostReply(ZimbraException cause, string proof = "the server's state, read afterwards,")
{
    /// <summary>Whether the server answered itself, though it leaves open what it did.</summary>
    public bool IsFault => cause is ZimbraFaultException;

    /// <summary>Whether the server may be at it even now.</summary>
    public bool MayStillRun =>
        cause is ZimbraOutcomeUnknownException { MayStillRun: true }
        || (cause is ZimbraFaultException fault && FaultCatalogue.MayStillRun(fault.Code));

    /// <summary>
    /// The loss that counts after a further one: of a change that may still run the end is not known, whatever becomes of a repetition.
    /// </summary>
    public static LostReply After(LostReply? earlier, ZimbraException cause) =>
        earlier is { MayStillRun: true } ? earlier : new LostReply(cause);

    /// <summary>Looks at the server's state.</summary>
    /// <exception cref="ZimbraOutcomeUnknownException">It cannot be looked at. What the looking failed of says that nothing was changed,
    /// which holds for the looking alone.</exception>
    public async Task<T> LookAsync<T>(Func<Task<T>> look)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (ZimbraException e) when (e is not ZimbraGuestCollisionException)
        {
            throw Unknown($"Looking for that failed too: {e.Message}");
        }
    }

    /// <summary>
    /// What to tell where the server's state shows nothing of it: it was not done, unless the server may be at it even now.
    /// </summary>
    public ZimbraException NotDone() =>
        MayStillRun
            ? cause
            : cause switch
            {
                ZimbraFaultException fault => new ZimbraFaultException(fault.Fault, fault.Operation) { ChangedNothing = true },
                _ => new ZimbraConnectionException(
                    $"{cause.Operation}: the reply was lost, and {proof} shows that nothing was changed.",
                    cause
                )
                {
                    Operation = cause.Operation,
                    IsTransient = true,
                },
            };

    /// <summary>What to tell where a repetition failed: that it changed nothing says nothing of the first attempt.</summary>
    public ZimbraOutcomeUnknownException Unknown(ZimbraException repetition) => Unknown($"A further attempt failed: {repetition.Message}");

    private ZimbraOutcomeUnknownException Unknown(string why) =>
        new($"{cause.Message} {why}", cause) { Operation = cause.Operation, MayStillRun = MayStillRun };
}
