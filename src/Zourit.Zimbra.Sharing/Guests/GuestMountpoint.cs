namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder that is shared with a guest, and its link in the guest's mailbox.</summary>
/// <param name="Folder">The owner and the folder.</param>
/// <param name="Step">What was done about the link; <see cref="GuestStep.Skipped"/> when it could not be made.</param>
public sealed record GuestMountpoint(SharedCalendar Folder, GuestStep Step)
{
    /// <summary>
    /// Why the link could not be made: a <see cref="ZimbraFaultException"/> when the server refused it (e.g. the owner's sharing policy was
    /// switched off), a <see cref="ZimbraAuthenticationException"/> when the account or its domain is in maintenance; null when it stands.
    /// </summary>
    public ZimbraException? Failure { get; init; }
}
