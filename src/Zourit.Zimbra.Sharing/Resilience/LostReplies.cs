namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>Tells a caller, beside the outcome of a call, whether the reply to one of its attempts was lost.</summary>
internal sealed class LostReplies
{
    public bool Any { get; set; }
}
