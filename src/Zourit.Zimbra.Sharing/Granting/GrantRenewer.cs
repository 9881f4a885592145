using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Changes the end of a grant, and nothing else.</summary>
internal sealed class GrantRenewer(RequestDispatcher dispatcher)
{
    public async Task<GrantResult> RenewAsync(
        SharedFolder folder,
        FolderGrant standing,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    )
    {
        if (expiry.Time is { } end && end > PolicyLimits.Ceiling(folder.Acl, standing.Type) && IsWithinPolicy(folder, standing.Type, end))
        {
            return await new ExpiryCeilingUpdater(dispatcher, folder, standing, end).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        var desired = new DesiredGrant
        {
            Type = standing.Type,
            User =
                standing.Type == GranteeType.Public ? null
                : standing.GranteeName is { Length: > 0 } name ? name
                : standing.GranteeId,
            Meant = standing,
            Permissions = null,
            Expiry = expiry,
        };
        GrantResult result = await new GrantApplier(dispatcher).ApplyAsync(folder, desired, cancellationToken).ConfigureAwait(false);
        return result.Outcome == ShareOutcome.Created ? result with { Outcome = ShareOutcome.Changed } : result;
    }

    private bool IsWithinPolicy(SharedFolder folder, GranteeType type, DateTimeOffset end) =>
        !(end > dispatcher.Connection.Options.TimeProvider.GetUtcNow() + PolicyLimits.Lifetime(folder, type));
}
