using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Turns what the server holds into the results that callers see.</summary>
internal static class ShareResults
{
    public static GuestShare Guest(
        SharedFolder before,
        DesiredGrant wanted,
        GrantResult result,
        GuestAddress guest,
        Uri server,
        DateTimeOffset now
    )
    {
        GuestIdentifier? identifier = result.Grant.Type == GranteeType.Guest ? GuestIdentifier.For(guest, result.Folder.OwnerDomain) : null;
        GuestLogin login = result.Grant switch
        {
            { Type: GranteeType.Guest, Password.IsEmpty: false } => new GuestLogin(GuestLoginKind.GrantPassword, guest.Value),
            { Type: GranteeType.Guest } => new GuestLogin(GuestLoginKind.VirtualAccount, identifier?.Value),
            { Type: GranteeType.Group } => new GuestLogin(GuestLoginKind.GroupMember, null),
            _ => new GuestLogin(GuestLoginKind.InternalAccount, result.Grant.GranteeName is { Length: > 0 } name ? name : guest.Value),
        };
        return new GuestShare(Facts(before, wanted, result, server, now), identifier, login);
    }

    public static UserShare User(SharedFolder before, DesiredGrant wanted, GrantResult result, Uri server, DateTimeOffset now) =>
        new(Facts(before, wanted, result, server, now));

    public static PublicShare Public(SharedFolder before, DesiredGrant wanted, GrantResult result, Uri server, DateTimeOffset now) =>
        new(Facts(before, wanted, result, server, now));

    public static RenewedShare Renewed(
        SharedFolder before,
        FolderGrant standing,
        ShareExpiry expiry,
        GrantResult result,
        Uri server,
        DateTimeOffset now
    )
    {
        var wanted = new DesiredGrant
        {
            Type = result.Grant.Type,
            Permissions = Permissions.ParseLenient(result.Grant.Rights),
            Expiry = expiry,
        };
        return new RenewedShare(Facts(before, wanted, result, server, now), before.Acl.EffectiveExpiry(standing));
    }

    public static Revocation Revoked(
        SharedFolder before,
        SharedFolder after,
        string? address,
        IReadOnlyList<FolderGrant> grants,
        ShareNotification notification
    ) =>
        new()
        {
            Outcome = grants.Count > 0 ? RevocationOutcome.Removed : RevocationOutcome.NotThere,
            Grantees = [.. grants.Select(Grantee.Of)],
            Owner = after.Owner,
            Path = after.Path,
            FolderId = after.Id,
            Notification = notification,
            Warnings = ShareWarnings.OfRevocation(before, after, address, grants.Count > 0),
        };

    public static CalendarGrant Listed(SharedFolder folder, FolderGrant grant, Uri server, DateTimeOffset now)
    {
        DateTimeOffset? end = folder.Acl.EffectiveExpiry(grant);
        return new CalendarGrant
        {
            Grantee = Grantee.Of(grant),
            Permissions = Permissions.ParseLenient(grant.Rights),
            Expiry = grant.Expiry,
            EffectiveExpiry = end,
            IsExpired = end <= now,
            IsOrphan = grant.IsOrphan,
            HasGrantPassword = grant is { Type: GranteeType.Guest, Password.IsEmpty: false },
            GuestIdentifier =
                grant.Type == GranteeType.Guest && GuestAddress.TryParse(grant.GranteeId, out GuestAddress guest)
                    ? GuestIdentifier.For(guest, folder.OwnerDomain)
                    : null,
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            IcsAddress = Address(folder, server),
            EncryptedAddress = HttpsAddressFinder.Known(Address(folder, server), server),
            InheritedFrom = folder.InheritedFrom,
        };
    }

    private static ShareFacts Facts(SharedFolder before, DesiredGrant wanted, GrantResult result, Uri server, DateTimeOffset now)
    {
        IcsAddress address = Address(result.Folder, server);
        IcsAddress? encrypted = HttpsAddressFinder.Known(address, server);
        return new ShareFacts(result, address, encrypted, ShareWarnings.Of(before, wanted, result, address, encrypted, now));
    }

    // The server tells the REST root on the account's home host only (protocol.md §9.1), and puts together what administrators wrote into
    // its settings.
    private static IcsAddress Address(SharedFolder folder, Uri server) =>
        IcsAddress.TryFromRestRoot(folder.Info?.RestRoot, folder.Path)
        ?? IcsAddress.TryFromRestRoot($"{folder.Info?.PublicUrl?.TrimEnd('/')}/home/{folder.Owner}", folder.Path)
        ?? IcsAddress.FromRestRoot($"{server.GetLeftPart(UriPartial.Authority)}/home/{folder.Owner}", folder.Path);
}
