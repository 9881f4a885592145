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
    /// <summary>The share of a desired grant, of the kind that was desired.</summary>
    public static CalendarShare Of(AppliedGrant applied, Uri server, DateTimeOffset now) =>
        applied.Desired switch
        {
            { Guest: { } guest } => Guest(applied, guest, server, now),
            { Type: GranteeType.Public } => Public(applied, server, now),
            _ => User(applied, server, now),
        };

    public static CalendarInfo Calendar(SharedFolder folder, Uri server, DateTimeOffset now) =>
        new()
        {
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            View = folder.Folder.View,
            InheritedFrom = folder.InheritedFrom,
            Shares = [.. folder.Acl.Grants.Select(grant => Listed(folder, grant, server, now))],
            IcsAddress = Address(folder, server),
        };

    public static GuestShare Guest(AppliedGrant applied, GuestAddress guest, Uri server, DateTimeOffset now)
    {
        (_, _, GrantResult result) = applied;
        GuestIdentifier? identifier = result.Grant.Type == GranteeType.Guest ? GuestIdentifier.For(guest, result.Folder.OwnerDomain) : null;
        GuestLogin login = result.Grant switch
        {
            { Type: GranteeType.Guest, Password.IsEmpty: false } => new GuestLogin
            {
                Kind = GuestLoginKind.GrantPassword,
                UserName = guest.Value,
            },
            { Type: GranteeType.Guest } => new GuestLogin { Kind = GuestLoginKind.VirtualAccount, UserName = identifier?.Value },
            { Type: GranteeType.Group } => new GuestLogin { Kind = GuestLoginKind.GroupMember },
            _ => new GuestLogin
            {
                Kind = GuestLoginKind.InternalAccount,
                UserName = result.Grant.GranteeName is { Length: > 0 } name ? name : guest.Value,
            },
        };
        return new GuestShare(Facts(applied, server, now), identifier, login);
    }

    public static UserShare User(AppliedGrant applied, Uri server, DateTimeOffset now) => new(Facts(applied, server, now));

    public static PublicShare Public(AppliedGrant applied, Uri server, DateTimeOffset now) => new(Facts(applied, server, now));

    public static RenewedShare Renewed(AppliedGrant applied, DateTimeOffset? previousEnd, Uri server, DateTimeOffset now) =>
        new(Facts(applied, server, now), previousEnd);

    public static Revocation Revoked(
        SharedFolder before,
        string? address,
        IReadOnlyList<FolderGrant> grants,
        SharedFolder after,
        ShareNotification notification
    ) =>
        new()
        {
            Outcome = grants.Count > 0 ? RevocationOutcome.Removed : RevocationOutcome.NotThere,
            Grantees = [.. grants.Select(GrantSearch.GranteeOf)],
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
            Grantee = GrantSearch.GranteeOf(grant),
            Permissions = Permissions.ParseLenient(grant.Rights),
            Expiry = grant.Expiry,
            EffectiveExpiry = end,
            IsExpired = end <= now,
            IsOrphan = grant.IsOrphan,
            HasGrantPassword = grant is { Type: GranteeType.Guest, Password.IsEmpty: false },
            GuestIdentifier = GrantSearch.GuestOf(grant) is { } guest ? GuestIdentifier.For(guest, folder.OwnerDomain) : null,
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            IcsAddress = Address(folder, server),
            EncryptedAddress = HttpsAddressFinder.Known(Address(folder, server), server),
            InheritedFrom = folder.InheritedFrom,
        };
    }

    public static ShareChanges Planned(GrantItem item, string? mailTo)
    {
        SharedFolder folder = item.Before;
        FolderGrant? standing = item.Plan.Standing;
        return new ShareChanges
        {
            Outcome = item.Plan.Outcome,
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            Current = standing is null ? null : GrantSearch.GranteeOf(standing),
            CurrentPermissions = standing is null ? null : Permissions.ParseLenient(standing.Rights),
            CurrentExpiry = standing?.Expiry,
            Permissions = item.Desired.Permissions ?? Permissions.ParseLenient(standing?.Rights ?? ""),
            Expiry = item.Plan.Grant is { } grant ? grant.Expiry : standing?.Expiry,
            Revokes = item.Plan.Dead is { } dead ? GrantSearch.GranteeOf(dead) : null,
            MailTo = mailTo,
        };
    }

    private static ShareFacts Facts(AppliedGrant applied, Uri server, DateTimeOffset now)
    {
        IcsAddress address = Address(applied.Result.Folder, server);
        IcsAddress? encrypted = HttpsAddressFinder.Known(address, server);
        return new ShareFacts(applied.Result, address, encrypted, ShareWarnings.Of(applied, address, encrypted, now));
    }

    // The server reports the REST root on the account's home host only (docs/protocol.md §9.1), and puts together what administrators wrote
    // into its settings.
    private static IcsAddress Address(SharedFolder folder, Uri server) =>
        IcsAddress.TryFromRestRoot(folder.Info?.RestRoot, folder.Path)
        ?? IcsAddress.TryFromRestRoot($"{folder.Info?.PublicUrl?.TrimEnd('/')}/home/{folder.Owner}", folder.Path)
        ?? IcsAddress.FromRestRoot($"{server.GetLeftPart(UriPartial.Authority)}/home/{folder.Owner}", folder.Path);
}
