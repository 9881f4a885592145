using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>The state that a caller wants: who is to have which rights until when, and whether they are mailed.</summary>
internal sealed record DesiredGrant
{
    /// <summary>Guest, user or public; the server may resolve it to another type.</summary>
    public required GranteeType Type { get; init; }

    /// <summary>The guest; null for others.</summary>
    public GuestAddress? Guest { get; init; }

    /// <summary>The name of a user or group, as completed; null for guests and the public.</summary>
    public string? User { get; init; }

    /// <summary>The grantee's bare address, lower-cased; null for the public.</summary>
    public string? Address => Guest?.Value ?? User;

    /// <summary>The rights; null keeps those in force.</summary>
    public required Permissions? Permissions { get; init; }

    public ShareExpiry Expiry { get; init; }

    /// <summary>Null keeps the one in force.</summary>
    public Secret? Password { get; init; }

    /// <summary>The very grant that is meant, as it is in the ACL; null to find it by the address.</summary>
    public FolderGrant? Meant { get; init; }

    public MailSettings Mail { get; init; } = MailSettings.None;

    /// <summary>Whether an address that is almost certainly mistyped is refused.</summary>
    public bool CheckAddress { get; init; }

    /// <summary>Whether the folder may be another than a calendar.</summary>
    public bool AllowOtherFolders { get; init; }

    /// <summary>The same, with a bare name completed by the owner's domain.</summary>
    public DesiredGrant Complete(string ownerDomain) => this with { User = GranteeName.Complete(User, ownerDomain) };

    /// <summary>
    /// Why the address is almost certainly mistyped; null for none, and where the grantee has a share already.
    /// </summary>
    /// <param name="folder">The folder, with what is known of the address.</param>
    public ZimbraGuestAddressException? AddressProblem(SharedFolder folder) =>
        !CheckAddress || Address is null || folder.GrantsOf(Address).Count > 0 ? null
        : Guest is { } guest
            ? GuestAddressCheck.Problem(guest, folder.OwnerDomain, folder.AccountOf(guest.Value) is not null, IsGuestOf(folder))
        : GuestAddressCheck.UserProblem(Address, folder.OwnerDomain, IsGuestOf(folder));

    private static Func<string, bool> IsGuestOf(SharedFolder folder) => mail => folder.Grants.Guest(mail) is not null;

    /// <summary>Why nothing of it may be sent; null when nothing is wrong. Asked first, since grants and mails may go in batches of their
    /// own: what only the mail's batch refuses would leave a grant that nobody is mailed about.</summary>
    /// <param name="now">The time.</param>
    /// <param name="revoke">What revokes a share of this kind.</param>
    public LocalizedText? Problem(DateTimeOffset now, string revoke) =>
        Expiry.Time <= now
            ? LocalizedText.Format(
                $"The end, {Expiry}, lies in the past: the server would accept it, and the share would be dead at once. To end a "
                    + $"share, use "
                    + $"{revoke}.",
                $"La fin, {Expiry}, est passée : le serveur l'accepterait, et le partage serait aussitôt mort. Pour révoquer "
                    + $"un partage, utilisez {revoke}."
            )
        : Password is { } password && XmlText.Problem(password.Reveal()) is { } letter
            ? LocalizedText.Format($"GrantPassword {letter}", $"Le mot de passe du partage (GrantPassword) {letter}")
        : Mail.Note is { } note && XmlText.Problem(note) is { } character
            ? LocalizedText.Format($"Note {character}", $"La note (Note) {character}")
        : null;

    /// <summary>Why the folder may not be shared so; null when nothing is wrong.</summary>
    public LocalizedText? FolderProblem(SharedFolder folder) =>
        (AllowOtherFolders ? null : folder.NotACalendar()) ?? PublicationLimit.Problem(folder, this);

    /// <summary>The grant that gives the grantee access now; where the address is an account's, a guest's grant gives none.</summary>
    public FolderGrant? FindIn(SharedFolder folder) =>
        Meant is not null ? folder.Acl.Grants.FirstOrDefault(grant => grant.Type == Meant.Type && grant.GranteeId == Meant.GranteeId)
        : Address is not { } address ? folder.Grants.Public
        : folder.AccountOf(address) is { } account ? Account(folder.Grants, account) ?? folder.Grants.Internal(address)
        : folder.Grants.Find(address);

    /// <summary>The guest's grant of an address that has become an account: nobody can use it any more.</summary>
    public FolderGrant? DeadIn(SharedFolder folder) =>
        Meant is null && Address is { } address && folder.AccountOf(address) is not null ? folder.Grants.Guest(address) : null;

    private static FolderGrant? Account(GrantSearch grants, KnownAccount account) =>
        grants.ById(account.Id) is { } found && GrantSearch.IsInternal(found) ? found : grants.Internal(account.Name);
}
