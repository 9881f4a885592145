using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The server understood the request and said no; <see cref="ZimbraMissingRightException"/> where an administrator lacks a right. The
/// request had no effect unless the fault's code says otherwise.
/// </summary>
public class ZimbraFaultException : ZimbraException
{
    internal ZimbraFaultException(ZimbraFault fault, string? operation)
        : this(fault, operation, FaultExplanation.Of(fault, operation)) { }

    /// <param name="fault">The fault.</param>
    /// <param name="operation">The request.</param>
    /// <param name="explanation">The whole message, in several languages.</param>
    internal ZimbraFaultException(ZimbraFault fault, string? operation, LocalizedText explanation)
        : this(fault, operation, explanation, FaultCatalogue.Knows(fault.Code) ? fault.Code : FaultPage.OtherCodes) { }

    private protected ZimbraFaultException(ZimbraFault fault, string? operation, LocalizedText explanation, string anchor)
        : base(explanation, null, anchor)
    {
        Fault = fault;
        Operation = operation;
    }

    /// <summary>The fault as the server wrote it.</summary>
    public ZimbraFault Fault { get; }

    /// <summary>The stable code to decide by, e.g. <c>mail.GRANT_EXISTS</c>.</summary>
    public string Code => Fault.Code;

    /// <summary>
    /// True for most codes, for every request that only reads, and where the state, read after the fault, shows that nothing was changed;
    /// false where the code leaves it open, as <c>service.FAILURE</c> does.
    /// </summary>
    public override bool IsOutcomeKnown => IsRead || ChangedNothing || !FaultCatalogue.LeavesOpen(Code);

    /// <summary>
    /// False where the outcome is not known, and where a further try counts as a failed login (<c>account.AUTH_FAILED</c>).
    /// </summary>
    public override bool IsSafeToRepeat => IsOutcomeKnown && FaultCatalogue.RepeatOf(Code) != FaultDisposition.Never;

    /// <summary>
    /// Whether the code means something that passes by itself, e.g. <c>mail.MAINTENANCE</c>; of some the library waits for that, of
    /// others (<c>account.MAINTENANCE_MODE</c>) not.
    /// </summary>
    public override bool IsTransient => FaultCatalogue.IsTransient(Code);

    /// <summary>How far the server's clock is ahead of this machine's, by the answer's <c>Date</c>; null where it is not known.</summary>
    internal TimeSpan? ClockDifference { get; init; }

    /// <summary>Whether the request changes nothing whatever becomes of it.</summary>
    internal bool IsRead { get; init; }

    /// <summary>Whether the state was read after the fault, and shows that nothing was changed.</summary>
    internal bool ChangedNothing { get; init; }

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraFaultException(Fault, Operation, explanation)
        {
            ClockDifference = ClockDifference,
            IsRead = IsRead,
            ChangedNothing = ChangedNothing,
        };
}
