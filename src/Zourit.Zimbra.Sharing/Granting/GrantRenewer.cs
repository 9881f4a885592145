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
        IsBeyondCeiling(folder, standing.Type, expiry) ? new ExpiryCeilingUpdater(dispatcher, folder, standing, expiry.Time) : null;

    /// <summary>The same grant with another end.</summary>
    public static DesiredGrant Desired(FolderGrant standing, ShareExpiry expiry) =>
        new()
        {
            Type = standing.Type,
            User = standing.GranteeName is { Length: > 0 } name ? name : standing.GranteeId,
            Meant = standing,
            Permissions = null,
            Expiry = expiry,
        };

    /// <summary>The outcome for who renews: also an ended share was there.</summary>
    public static ShareOutcome OutcomeOf(ShareOutcome made) => made == ShareOutcome.Created ? ShareOutcome.Changed : made;

    // Without an end the ceiling is one, though no policy wants it any more; what the policy is must be known then.
    private bool IsBeyondCeiling(SharedFolder folder, GranteeType type, ShareExpiry expiry) =>
        PolicyLimits.Ceiling(folder.Acl, type) is { } ceiling
        && (
            expiry.Time is { } end
                ? end > ceiling && IsWithinPolicy(folder, type, end)
                : folder.Info is not null && PolicyLimits.Lifetime(folder, type) is null
        );

    private bool IsWithinPolicy(SharedFolder folder, GranteeType type, DateTimeOffset end) =>
        !(end > dispatcher.Connection.Options.TimeProvider.GetUtcNow() + PolicyLimits.Lifetime(folder, type));
}
