using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Turns what the server holds at a moment into the results that callers see.</summary>
internal sealed class ShareResults(Connection connection)
{
    private readonly DateTimeOffset _now = connection.Options.TimeProvider.GetUtcNow();

    // A calendar has thousands of shares, and one address.
    private (SharedFolder Folder, FolderAddresses Addresses)? _last;

    /// <summary>The share of a desired grant, of the kind that was desired.</summary>
    public CalendarShare Of(AppliedGrant applied) =>
        applied.Desired switch
        {
            { Guest: { } guest } => Guest(applied, guest),
            { Type: GranteeType.Public } => Public(applied),
            _ => User(applied),
        };

    public CalendarInfo Calendar(SharedFolder folder) =>
        new()
        {
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            View = folder.Folder.View,
            InheritedFrom = folder.InheritedFrom,
            Shares = [.. folder.Acl.Grants.Select(grant => Listed(folder, grant))],
            IcsAddress = Addresses(folder).Ics,
        };

    public GuestShare Guest(AppliedGrant applied, GuestAddress guest)
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
        return new GuestShare(Facts(applied), identifier, login);
    }

    public UserShare User(AppliedGrant applied) => new(Facts(applied));

    public PublicShare Public(AppliedGrant applied) => new(Facts(applied));

    public RenewedShare Renewed(AppliedGrant applied, DateTimeOffset? previousEnd) => new(Facts(applied), previousEnd);

    public static Revocation Revoked(RevocationPlan plan, SharedFolder after, ShareNotification notification) =>
        new()
        {
            Outcome = OutcomeOf(plan),
            Grantees = [.. plan.Grants.Select(GrantSearch.GranteeOf)],
            Owner = after.Owner,
            Path = after.Path,
            FolderId = after.Id,
            Notification = notification,
            Warnings = Warnings(plan, after),
        };

    /// <summary>What a revocation would come to.</summary>
    /// <param name="plan">The revocation.</param>
    /// <param name="after">The folder as it would be afterwards.</param>
    public RevocationChanges Planned(RevocationPlan plan, SharedFolder after) =>
        new()
        {
            Outcome = OutcomeOf(plan),
            Grants = [.. plan.Grants.Select(grant => Listed(plan.Before, grant))],
            Owner = plan.Before.Owner,
            Path = plan.Before.Path,
            FolderId = plan.Before.Id,
            MailTo = plan.Mail?.Address,
            Warnings = Warnings(plan, after),
        };

    public CalendarGrant Listed(SharedFolder folder, FolderGrant grant)
    {
        DateTimeOffset? end = folder.Acl.EffectiveExpiry(grant);
        return new CalendarGrant
        {
            Grantee = GrantSearch.GranteeOf(grant),
            Permissions = Permissions.ParseLenient(grant.Rights),
            Expiry = grant.Expiry,
            EffectiveExpiry = end,
            IsExpired = end <= _now,
            IsOrphan = grant.IsOrphan,
            HasGrantPassword = grant is { Type: GranteeType.Guest, Password.IsEmpty: false },
            GuestIdentifier = GrantSearch.GuestOf(grant) is { } guest ? GuestIdentifier.For(guest, folder.OwnerDomain) : null,
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            IcsAddress = Addresses(folder).Ics,
            EncryptedAddress = Addresses(folder).Encrypted,
            InheritedFrom = folder.InheritedFrom,
        };
    }

    private static IReadOnlyList<ShareWarning> Warnings(RevocationPlan plan, SharedFolder after) =>
        ShareWarnings.OfRevocation(plan.Before, after, plan.Address, plan.Grants.Count > 0);

    private static RevocationOutcome OutcomeOf(RevocationPlan plan) =>
        plan.Grants.Count > 0 ? RevocationOutcome.Removed : RevocationOutcome.NotThere;

    private ShareFacts Facts(AppliedGrant applied)
    {
        FolderAddresses addresses = Addresses(applied.Result.Folder);
        return new ShareFacts(applied.Result, addresses, ShareWarnings.Of(applied, addresses, _now));
    }

    private FolderAddresses Addresses(SharedFolder folder)
    {
        if (_last is not { } last || !ReferenceEquals(last.Folder, folder))
        {
            _last = last = (folder, FolderAddresses.Of(folder, connection.Server));
        }

        return last.Addresses;
    }
}
