using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// The grant of somebody who was named by an alias. It stands under the account's id, so that the ACL does not show it for that address:
/// only the server's answer to the grant tells whose it is, and an administrator may ask.
/// </summary>
internal sealed class AliasedGrant(RequestDispatcher dispatcher)
{
    /// <summary>
    /// Names the grantee by his primary name, where the grant could cost him an end that only that name finds and an administrator can ask.
    /// </summary>
    public async Task<DesiredGrant> NamedAsync(SharedFolder folder, DesiredGrant wanted, CancellationToken cancellationToken) =>
        dispatcher.Admin is not null
        && wanted is { Address: { } address, Meant: null, Expiry.IsKeep: true }
        && wanted.FindIn(folder.Acl) is null
        && folder.Acl.Grants.Any(grant => GrantSearch.IsInternal(grant) && grant.Expiry is not null)
        && await AdminLookup.PrimaryNameAsync(dispatcher, address, cancellationToken).ConfigureAwait(false) is { } primary
            ? wanted with
            {
                Address = primary,
            }
            : wanted;

    /// <summary>GRANT_EXISTS for an address that the ACL does not show.</summary>
    /// <param name="before">The folder as it was read before.</param>
    /// <param name="after">The folder as it was read after.</param>
    /// <param name="wanted">The state that was wanted.</param>
    /// <param name="plan">What was sent.</param>
    /// <param name="isRepeated">Whether an attempt of ours was lost before, so that the grant may be ours.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraOutcomeUnknownException">Our attempt may have taken an end away, and whose is not known.</exception>
    public async Task<GrantResult> ExistsAsync(
        SharedFolder before,
        SharedFolder after,
        DesiredGrant wanted,
        GrantPlan plan,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        FolderGrant[] alike = [.. Alike(after, plan)];
        FolderGrant[] changed = isRepeated ? [.. alike.Where(grant => IsNew(before, grant))] : [];
        FolderGrant? found = await PickAsync(changed.Length > 0 ? changed : alike, wanted, cancellationToken).ConfigureAwait(false);
        if (
            found is null
            && wanted.Expiry.IsKeep
            && changed.Any(grant => GrantSearch.ById(before.Acl, grant.GranteeId)?.Expiry is not null)
        )
        {
            throw Unknown(before, wanted, lost: null, mayStillRun: false);
        }

        ShareOutcome outcome = changed.Length > 0 ? plan.Outcome : ShareOutcome.Unchanged;
        FolderGrant grant = found
            ?? new FolderGrant
            {
                Type = GranteeType.User,
                Rights = wanted.Permissions.Letters,
                Expiry = plan.Grant!.Expiry,
                GranteeName = wanted.Address,
            };
        return await SettledAsync(
                before,
                wanted,
                new GrantResult(outcome, grant, after, ShareNotification.NotRequested),
                isRepeated,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>
    /// After a lost reply: the grant that the server made for the address, as far as an administrator can tell; null when none is known to
    /// be it.
    /// </summary>
    public async Task<GrantResult?> RecoverAsync(
        SharedFolder before,
        SharedFolder after,
        DesiredGrant wanted,
        GrantPlan plan,
        CancellationToken cancellationToken
    )
    {
        if (
            dispatcher.Admin is null
            || !MayBeAmong(before, after, wanted, plan)
            || await PickAsync([.. Alike(after, plan).Where(grant => IsNew(before, grant))], wanted, cancellationToken)
                .ConfigureAwait(false)
                is not { } found
        )
        {
            return null;
        }

        return await SettledAsync(
                before,
                wanted,
                new GrantResult(plan.Outcome, found, after, ShareNotification.NotRequested),
                isRepeated: true,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Whether a grant came up that was asked for under an alias, or somebody else made for somebody else.</summary>
    public static bool MayBeAmong(SharedFolder before, SharedFolder after, DesiredGrant wanted, GrantPlan plan) =>
        plan is { Grant: not null, Standing: null }
        && wanted is { Address: not null, Meant: null }
        && Alike(after, plan).Any(grant => IsNew(before, grant));

    public static ZimbraOutcomeUnknownException Unknown(
        SharedFolder folder,
        DesiredGrant wanted,
        ZimbraException? lost,
        bool mayStillRun
    ) =>
        new(
            $"The server's reply was lost. '{folder.Path}' of {folder.Owner} is shared with somebody as was asked for {wanted.Address}, "
                + $"whose "
                + $"address that may be or not: the ACL shows primary addresses only. "
                + "Share again by the primary address, and give the end that the share is to have.",
            lost
        )
        {
            Operation = "FolderActionRequest",
            MayStillRun = mayStillRun,
        };

    /// <summary>Gives a grant that was replaced its end back, and tells what differs from it.</summary>
    public async Task<GrantResult> KeepEndAsync(
        DesiredGrant wanted,
        FolderGrant before,
        GrantResult result,
        CancellationToken cancellationToken
    )
    {
        if (
            wanted.Expiry.IsKeep
            && before.Expiry > dispatcher.Connection.Options.TimeProvider.GetUtcNow()
            && result.Grant.Expiry != before.Expiry
        )
        {
            SharedFolder after = await SetEndAsync(result, before.Expiry, cancellationToken).ConfigureAwait(false);
            result = result with { Folder = after, Grant = GrantSearch.ById(after.Acl, before.GranteeId) ?? result.Grant };
        }

        bool same = result.Grant.Rights == before.Rights && result.Grant.Expiry == before.Expiry;
        return result with { Outcome = same ? ShareOutcome.Unchanged : ShareOutcome.Changed };
    }

    /// <exception cref="ZimbraOutcomeUnknownException">It failed. Only now it is known that there was an end, so a call made again would
    /// not find it any more.</exception>
    private async Task<SharedFolder> SetEndAsync(GrantResult result, DateTimeOffset? end, CancellationToken cancellationToken)
    {
        FolderActionRequest again = FolderActionRequest.Grant(result.Folder.Id, result.Grant with { Expiry = end });
        GetFolderRequest readBack = GetFolderRequest.WithId(result.Folder.Id);
        try
        {
            BatchResponse reply = await dispatcher.SendAsync(new BatchRequest([again, readBack]), cancellationToken).ConfigureAwait(false);
            BatchOutcome<FolderActionResponse> set = reply.OutcomeOf(again);
            return set.Fault is null or { Code: ZimbraFaultCodes.GrantExists }
                ? result.Folder.With(reply.OutcomeOf(readBack).ResponseOrThrow().Folder)
                : throw new ZimbraFaultException(set.Fault, again.OperationName);
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException(
                $"'{result.Folder.Path}' is shared as wanted, but it is not known whether the share still ends at {end:u}, as it did "
                    + $"before. Call RenewAsync with that end. {e.Message}",
                e
            )
            {
                Operation = e.Operation,
            };
        }
    }

    private static IEnumerable<FolderGrant> Alike(SharedFolder after, GrantPlan plan) =>
        after.Acl.Grants.Where(grant =>
            GrantSearch.IsInternal(grant)
            && Permissions.ParseLenient(grant.Rights) == Permissions.ParseLenient(plan.Grant!.Rights)
            && grant.Expiry == plan.Grant.Expiry
        );

    private static bool IsNew(SharedFolder before, FolderGrant grant) =>
        GrantSearch.ById(before.Acl, grant.GranteeId) is not { } former || former.Rights != grant.Rights || former.Expiry != grant.Expiry;

    // Without an administrator one grant alone is taken for the grantee's.
    private async Task<FolderGrant?> PickAsync(FolderGrant[] grants, DesiredGrant wanted, CancellationToken cancellationToken) =>
        grants.Length > 0
        && dispatcher.Admin is not null
        && await AdminLookup.PrimaryNameAsync(dispatcher, wanted.Address!, cancellationToken).ConfigureAwait(false) is { } primary
            ? grants.FirstOrDefault(grant => string.Equals(grant.GranteeName, primary, StringComparison.OrdinalIgnoreCase))
        : grants is [var only] ? only
        : null;

    private Task<GrantResult> SettledAsync(
        SharedFolder before,
        DesiredGrant wanted,
        GrantResult result,
        bool isRepeated,
        CancellationToken cancellationToken
    ) =>
        isRepeated && GrantSearch.ById(before.Acl, result.Grant.GranteeId) is { } replaced
            ? KeepEndAsync(wanted, replaced, result, cancellationToken)
            : Task.FromResult(result);
}
