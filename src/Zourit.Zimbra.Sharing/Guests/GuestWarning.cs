namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Something a caller should know of a guest's account, though the call succeeded.</summary>
/// <param name="Code">What, to decide by.</param>
/// <param name="Text">A sentence for people, with the remedy where there is one.</param>
public sealed record GuestWarning(GuestWarningCode Code, string Text)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}
