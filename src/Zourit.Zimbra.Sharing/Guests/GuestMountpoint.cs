namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder that is shared with a guest, and its link in the guest's mailbox.</summary>
public sealed record GuestMountpoint
{
    /// <summary>The owner and the folder.</summary>
    public required SharedCalendar Folder { get; init; }

    /// <summary>What was done about the link; <see cref="GuestStep.Skipped"/> when it could not be made.</summary>
    public required GuestStep Step { get; init; }

    /// <summary>
    /// Why the link could not be made: a <see cref="ZimbraFaultException"/> when the server refused it (e.g. the owner's sharing policy was
    /// switched off), a <see cref="ZimbraAuthenticationException"/> when the account or its domain is in maintenance; null when there is
    /// one.
    /// </summary>
    public ZimbraException? Failure { get; init; }
}
