namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Tells a caller, beside the outcomes of the calls it is given to, whether one of their attempts may have been carried out without a reply
/// that says so.
/// </summary>
internal sealed class LostReplies
{
    public bool Any { get; set; }

    /// <summary>Whether the server may be at one of them even now.</summary>
    public bool MayStillRun { get; set; }
}
