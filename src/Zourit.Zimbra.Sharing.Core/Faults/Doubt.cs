using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>What the failures of a request leave open, over all the times that it was sent.</summary>
internal class Doubt
{
    /// <summary>
    /// The failure that leaves the outcome open: the first that the server may still be working on, since whatever becomes of a repetition
    /// says nothing of it; else the last. Null while every answer was plain.
    /// </summary>
    public ZimbraException? Loss { get; private set; }

    /// <summary>Whether one of the times that it was sent may have been carried out.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>
    /// Whether the server is through with it, so that what its state does not show was not done. Else it may be working on it even now.
    /// </summary>
    public bool IsOver { get; private set; } = true;

    /// <summary>How many failures left the outcome open.</summary>
    public int Losses { get; private set; }

    /// <summary>Remembers a failure that leaves the outcome open: a lost reply, one not waited for, or a fault of that kind.</summary>
    public void Lose(Exception failure)
    {
        Loss = IsOver ? failure as ZimbraException : Loss;
        IsOver &= failure switch
        {
            ZimbraOutcomeUnknownException lost => !lost.MayStillRun,
            ZimbraFaultException fault => FaultCatalogue.RepeatOf(fault.Code) != FaultDisposition.LookThenLater,
            _ => false,
        };
        IsInDoubt = true;
        Losses++;
    }

    /// <summary>
    /// What was not seen at first was done after all: the server was still working on it then, and may be working on the rest of it now.
    /// </summary>
    public void Surface() => IsOver = false;

    /// <summary>Whether more is open than an exception says that is thrown for the last time it was sent.</summary>
    public bool Outlasts(ZimbraOutcomeUnknownException last) => !IsOver && !last.MayStillRun;

    /// <summary>The exception for an outcome that cannot be known.</summary>
    public ZimbraOutcomeUnknownException Unknown(LocalizedText explanation, Exception? cause, string? operation) =>
        new(explanation, cause) { Operation = operation, MayStillRun = !IsOver };
}
