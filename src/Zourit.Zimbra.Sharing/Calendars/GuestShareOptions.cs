using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How to share with a guest.</summary>
public sealed record GuestShareOptions
{
    /// <summary>The rights. Default <see cref="Permissions.Viewer"/>. A guest cannot get <see cref="Permissions.Administer"/>.</summary>
    public Permissions Permissions { get; init; } = Permissions.Viewer;

    /// <summary>When the share is to end. Default <see cref="ShareExpiry.Keep"/>: the current end, none for a new share.</summary>
    public ShareExpiry Expiry { get; init; }

    /// <summary>Have the server mail the guest: about a new share with the personal link, about changed rights without one. Default true. A
    /// change of end or password alone mails nobody, since the server's mail tells only of rights.</summary>
    public bool Notify { get; init; } = true;

    /// <summary>
    /// See to it that the grantee was mailed about the share: where there is one already, look in the owner's Sent folder whether a mail
    /// about the new share was ever sent (for an administrator also whether the guest has the calendar in their account already), and
    /// have it sent if none was. So a second run finishes a first one that granted but failed, or ended, before its mail left. A mail
    /// about the share's end since then undoes an earlier one; an end that was not mailed leaves no trace, so that an earlier mail counts
    /// then: <see cref="CalendarClient.NotifyAgainAsync"/> mails in any case. Default false, because Sent folders get emptied, and nobody
    /// is to be mailed twice for that. Where a missing copy proves nothing (the account in use may not read the folder, or the grantee is
    /// a group) no mail is sent, and <see cref="GuestShare.Notification"/> is <see cref="NotificationStatus.Unknown"/>. Two callers of
    /// one client never both send; two clients at the same moment may. Without <see cref="Notify"/> it does nothing.
    /// </summary>
    public bool EnsureNotified { get; init; }

    /// <summary>
    /// Share the folder also where it is no calendar (its view is not <c>appointment</c>): a mail folder, an address book, documents, or
    /// the root of the mailbox with everything in it. Default false: a slip of the path must not open these.
    /// </summary>
    public bool AllowOtherFolders { get; init; }

    /// <summary>
    /// Free text below the mail, plain; what HTML would take for markup is escaped. Null for none. Not sent when no mail is due.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>
    /// A password on the grant itself (<c>pw</c>), with which the guest signs in at the ICS address under the bare mail address, without an
    /// account. The server never mails it, and shows it in clear to the owner and to administrators. Null (the default) keeps the current
    /// one.
    /// </summary>
    public Secret? GrantPassword { get; init; }

    /// <summary>
    /// Whether to refuse an address that is almost certainly mistyped, before anything is sent: a misspelled domain of a large mail
    /// provider
    /// (<c>gmial.com</c>), an address in the owner's own domain that is no account, a guest's identifier in place of their mail. Default
    /// true. A guest who has a share of the calendar already is not refused for the owner's domain.
    /// </summary>
    public bool CheckAddress { get; init; } = true;

    internal DesiredGrant For(GuestAddress guest) =>
        new()
        {
            Type = GranteeType.Guest,
            Guest = guest,
            Permissions = Permissions,
            Expiry = Expiry,
            Password = GrantPassword,
            Mail = new MailSettings
            {
                Notify = Notify,
                Ensure = EnsureNotified,
                Note = Note,
            },
            AllowOtherFolders = AllowOtherFolders,
            CheckAddress = CheckAddress,
        };
}
