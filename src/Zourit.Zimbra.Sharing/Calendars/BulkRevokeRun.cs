using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Revokes the shares of a list of grantees; nobody is mailed.</summary>
internal sealed class BulkRevokeRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRevocations<Revocation>(dispatcher, options)
{
    protected override async Task<(SharedFolder After, IReadOnlyList<(Revocation? Result, Exception? Error)> Done)> RevokeAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<RevocationPlan> plans,
        CancellationToken cancellationToken
    )
    {
        FolderGrant[] all = [.. plans.SelectMany(plan => plan.Grants).Distinct()];
        RevokedGrants revoked =
            all.Length == 0
                ? new RevokedGrants(folder, [], ShareNotification.NotRequested)
                : await new GrantRevoker(owner).RevokeAsync(folder, all, mail: null, cancellationToken).ConfigureAwait(false);
        Dictionary<FolderGrant, ZimbraException?> errors = all.Zip(revoked.Errors).ToDictionary(each => each.First, each => each.Second);
        bool isTrue = all.Length > 0 && revoked.Errors.All(error => error is null);
        return (
            isTrue ? revoked.After with { HasTrueRevocations = true } : revoked.After,
            [.. plans.Zip(InTurn(plans), (plan, inTurn) => Outcome(inTurn, revoked.After, plan.Grants.Select(grant => errors[grant])))]
        );
    }

    private static (Revocation?, Exception?) Outcome(RevocationPlan plan, SharedFolder after, IEnumerable<ZimbraException?> errors) =>
        errors.FirstOrDefault(error => error is not null) is { } error
            ? (null, error)
            : (ShareResults.Revoked(plan, after, ShareNotification.NotRequested), null);
}
