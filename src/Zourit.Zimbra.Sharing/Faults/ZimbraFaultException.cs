using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The server understood the request and said no; <see cref="ZimbraMissingRightException"/> where an administrator lacks a right. The
/// request had no effect unless the fault's code says otherwise.
/// </summary>
public class ZimbraFaultException : ZimbraException
{
    internal ZimbraFaultException(ZimbraFault fault, string? operation)
        : this(fault, operation, Describe(fault, operation)) { }

    /// <param name="fault">The fault.</param>
    /// <param name="operation">The request.</param>
    /// <param name="explanation">The whole message, in several languages.</param>
    internal ZimbraFaultException(ZimbraFault fault, string? operation, LocalizedText explanation)
        : this(fault, operation, explanation.ToString()) => Explained = explanation;

    internal ZimbraFaultException(ZimbraFault fault, string? operation, string message)
        : this(fault, operation, message, FaultCatalogue.Knows(fault.Code) ? fault.Code : FaultPage.OtherCodes) { }

    private protected ZimbraFaultException(ZimbraFault fault, string? operation, LocalizedText explanation, string anchor)
        : this(fault, operation, explanation.ToString(), anchor) => Explained = explanation;

    private ZimbraFaultException(ZimbraFault fault, string? operation, string message, string anchor)
        : base(message, null, anchor)
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

    private static string Describe(ZimbraFault fault, string? operation)
    {
        string reason = fault.PlainReason is { Length: > 0 } plain ? $"{fault.Code}: {plain}" : fault.Code;
        string said = operation is null ? reason : $"{operation} was refused with {reason}";
        return ZimbraFaultCodes.RemedyFor(fault.Code) is { } remedy ? $"{said.TrimEnd('.')}. {remedy}" : said;
    }

    private protected sealed override LocalizedText? Explained { get; }

    private protected override string French => ExceptionTexts.Fault(Fault, Operation);
}
