using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Revokes the shares of a list of grantees; nobody is mailed.</summary>
internal sealed class BulkRevokeRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRun<ShareItem, Revocation>(dispatcher, options)
{
    protected override string? GranteeOf(ShareItem item) => item.ToRevoke();

    protected override async Task<(SharedFolder? After, IReadOnlyList<(Revocation? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<ShareItem> items,
        CancellationToken cancellationToken
    )
    {
        string?[] names = [.. items.Select(item => GranteeName.Complete(item.ToRevoke(), folder.OwnerDomain))];
        folder = await AddressLookup
            .WithAccountsAsync(owner, folder.RequireAcl(), names.OfType<string>(), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<FolderGrant>[] found = [.. names.Select(folder.GrantsOf)];
        FolderGrant[] all = [.. found.SelectMany(grants => grants).Distinct()];
        RevokedGrants revoked =
            all.Length == 0
                ? new RevokedGrants(folder, [], ShareNotification.NotRequested)
                : await new GrantRevoker(owner).RevokeAsync(folder, all, mail: null, cancellationToken).ConfigureAwait(false);
        Dictionary<FolderGrant, ZimbraException?> errors = all.Zip(revoked.Errors).ToDictionary(each => each.First, each => each.Second);
        bool isTrue = all.Length > 0 && revoked.Errors.All(error => error is null);
        return (
            isTrue ? revoked.After with { HasTrueRevocations = true } : revoked.After,
            [.. names.Zip(found, (name, grants) => Outcome(folder, name, grants, revoked.After, grants.Select(grant => errors[grant])))]
        );
    }

    private static (Revocation?, Exception?) Outcome(
        SharedFolder before,
        string? grantee,
        IReadOnlyList<FolderGrant> grants,
        SharedFolder after,
        IEnumerable<ZimbraException?> errors
    ) =>
        errors.FirstOrDefault(error => error is not null) is { } error
            ? (null, error)
            : (ShareResults.Revoked(before, grantee, grants, after, ShareNotification.NotRequested), null);
}
