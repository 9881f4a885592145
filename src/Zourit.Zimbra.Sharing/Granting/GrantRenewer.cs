using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Changes the end of a grant that stands, and nothing else.</summary>
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
            return await new ExpiryCeilingUpdater(dispatcher).LiftAsync(folder, standing, end, cancellationToken).ConfigureAwait(false);
        }

        var wanted = new DesiredGrant
        {
            Type = standing.Type,
            Address =
                standing.Type == GranteeType.Public ? null
                : standing.GranteeName is { Length: > 0 } name ? name
                : standing.GranteeId,
            Meant = standing,
            Permissions = Permissions.ParseLenient(standing.Rights),
            Expiry = expiry,
        };
        GrantResult result = await new GrantWriter(dispatcher).EnsureAsync(folder, wanted, cancellationToken).ConfigureAwait(false);
        return result.Outcome == ShareOutcome.Created ? result with { Outcome = ShareOutcome.Changed } : result;
    }

    private bool IsWithinPolicy(SharedFolder folder, GranteeType type, DateTimeOffset end) =>
        !(end > dispatcher.Connection.Options.TimeProvider.GetUtcNow() + PolicyLimits.Lifetime(folder, type));
}
