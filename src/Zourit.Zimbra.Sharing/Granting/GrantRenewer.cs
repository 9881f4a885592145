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
        if (CeilingUpdater(folder, standing, expiry) is { } updater)
        {
            return await updater.RunAsync(cancellationToken).ConfigureAwait(false);
        }

        GrantResult result = await new GrantApplier(dispatcher)
            .ApplyAsync(folder, Desired(standing, expiry), cancellationToken)
            .ConfigureAwait(false);
        return result with { Outcome = OutcomeOf(result.Outcome) };
    }

    /// <summary>What moves the end beyond the ceiling of the folder's ACL; null where the grant alone is to be made anew.</summary>
    public ExpiryCeilingUpdater? CeilingUpdater(SharedFolder folder, FolderGrant standing, ShareExpiry expiry) =>
        expiry.Time is { } end && end > PolicyLimits.Ceiling(folder.Acl, standing.Type) && IsWithinPolicy(folder, standing.Type, end)
            ? new ExpiryCeilingUpdater(dispatcher, folder, standing, end)
            : null;

    /// <summary>The same grant with another end.</summary>
    public static DesiredGrant Desired(FolderGrant standing, ShareExpiry expiry) =>
        new()
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

    /// <summary>The outcome for who renews: also an ended share was there.</summary>
    public static ShareOutcome OutcomeOf(ShareOutcome made) => made == ShareOutcome.Created ? ShareOutcome.Changed : made;

    private bool IsWithinPolicy(SharedFolder folder, GranteeType type, DateTimeOffset end) =>
        !(end > dispatcher.Connection.Options.TimeProvider.GetUtcNow() + PolicyLimits.Lifetime(folder, type));
}
