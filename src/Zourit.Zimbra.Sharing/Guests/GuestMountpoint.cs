namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder that is shared with a guest, and its link in the guest's mailbox.</summary>
/// <param name="Folder">The owner and the folder.</param>
/// <param name="Step">What was done about the link; <see cref="GuestStep.Skipped"/> when it could not be made.</param>
public sealed record GuestMountpoint(SharedCalendar Folder, GuestStep Step)
{
    /// <summary>Why the server refused the link (e.g. the owner's sharing policy was switched off); null when it did not.</summary>
    public ZimbraFaultException? Failure { get; init; }
}
