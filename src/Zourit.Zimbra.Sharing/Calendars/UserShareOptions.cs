using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How to share with an account or group of the server.</summary>
public sealed record UserShareOptions
{
    /// <summary>The rights. Default <see cref="Permissions.Viewer"/>.</summary>
    public Permissions Permissions { get; init; } = Permissions.Viewer;

    /// <summary>When the share is to end. Default <see cref="ShareExpiry.Keep"/>: the current end, none for a new share.</summary>
    public ShareExpiry Expiry { get; init; }

    /// <summary>Have the server mail the grantee about a new share or changed rights. Default true.</summary>
    public bool Notify { get; init; } = true;

    /// <summary>
    /// See to it that the grantee was mailed about the share: where there is one already, look in the owner's Sent folder whether a mail
    /// about the new share was ever sent, and have it sent if none was. So a second run finishes a first one that granted but failed, or
    /// ended, before its mail left. A mail about the share's end since then undoes an earlier one; an end that was not mailed leaves no
    /// trace, so that an earlier mail counts then: <see cref="CalendarClient.NotifyAgainAsync"/> mails in any case. Default false,
    /// because Sent folders get emptied, and nobody is to be mailed twice for that. Where a missing copy proves nothing (the account in
    /// use may not read the folder, or the grantee is a group) no mail is sent, and <see cref="UserShare.Notification"/> is <see
    /// cref="NotificationStatus.Unknown"/>. Two callers of one client never both send; two clients at the same moment may. Without <see
    /// cref="Notify"/> it does nothing.
    /// </summary>
    public bool EnsureNotified { get; init; }

    /// <summary>
    /// Share the folder also where it is no calendar (its view is not <c>appointment</c>): a mail folder, an address book, documents, or
    /// the root of the mailbox with everything in it. Default false: a slip of the path must not open these.
    /// </summary>
    public bool AllowOtherFolders { get; init; }

    /// <summary>
    /// Whether to refuse a guest's identifier in place of a user's address (<c>adresse.orange.fr@monasso.org</c>), before anything is
    /// sent: a mail to it reaches nobody. It is recognized by its form, since an owner cannot ask what kind of account it is. Default
    /// true; false for a user or group whose address has that form. Who has a share of the calendar already is not refused.
    /// </summary>
    public bool CheckAddress { get; init; } = true;

    /// <summary>Free text below the mail, plain; what HTML would take for markup is escaped. Null for none.</summary>
    public string? Note { get; init; }

    /// <exception cref="ArgumentException">The name is invalid, or an id.</exception>
    internal DesiredGrant For(string user, string parameter)
    {
        string name = GranteeName.Parse(user, parameter);
        if (Guid.TryParse(name, out _))
        {
            // The server takes any id unchecked, and makes a guest's share of one that it is given as a name (docs/protocol.md §4.3).
            throw Argument.Invalid(
                LocalizedText.Format(
                    $"'{Quoted.Of(name)}' is an id. Name the account or group by its address.",
                    $"« {Quoted.Of(name)} » est un identifiant technique. Nommez le compte ou la liste par son adresse."
                ),
                parameter
            );
        }

        return new DesiredGrant
        {
            Type = GranteeType.User,
            User = name,
            Permissions = Permissions,
            Expiry = Expiry,
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
}
