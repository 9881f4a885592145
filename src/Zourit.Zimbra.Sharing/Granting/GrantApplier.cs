using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Brings a folder's grants to the desired state: works out what differs, sends only that, and mails those who are to know. One grant is a
/// list of one.
/// </summary>
/// <param name="dispatcher">The owner's.</param>
/// <param name="mailsAtOnce">How many mails to put into one batch.</param>
internal sealed class GrantApplier(RequestDispatcher dispatcher, int mailsAtOnce = GrantApplier.DefaultMailsAtOnce)
{
    public const int DefaultMailsAtOnce = 20;

    private DateTimeOffset Now => dispatcher.Connection.Options.TimeProvider.GetUtcNow();

    /// <summary>What would be sent; sends nothing that changes anything.</summary>
    /// <param name="folder">The folder as just read.</param>
    /// <param name="desired">The grants, each to somebody else.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<GrantItem>> PlanAsync(
        SharedFolder folder,
        IReadOnlyList<DesiredGrant> desired,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset now = Now;
        GrantItem[] items = [.. desired.Select(each => new GrantItem(folder, each, GrantPlan.For(each, folder, now)))];

        // Whoever was never mailed gets the mail about a new share, with a guest's link, instead of one about changed rights.
        GrantItem[] edits = [.. items.Where(item => item.Desired.Mail.Ensure && item.Plan.Notice == ShareNotice.Edited)];
        if (edits.Length > 0)
        {
            IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)> missed = await new ShareMailer(dispatcher, folder)
                .MissedAsync([.. edits.Select(item => item.FirstMail)], cancellationToken)
                .ConfigureAwait(false);
            foreach ((GrantItem item, (GrantMail? due, _)) in edits.Zip(missed))
            {
                if (due is not null)
                {
                    item.Introduce();
                }
            }
        }

        return items;
    }

    /// <summary>Applies one grant.</summary>
    /// <exception cref="ZimbraFaultException">The server refused; the message names the policy as far as it can be known. Nobody was
    /// mailed.</exception>
    /// <exception cref="ZimbraConflictException">The share that was meant was revoked meanwhile.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost and the folder could not be read back. Calling again is
    /// safe.</exception>
    public async Task<GrantResult> ApplyAsync(SharedFolder folder, DesiredGrant desired, CancellationToken cancellationToken)
    {
        GrantItem item = (await ApplyAsync(folder, [desired], cancellationToken).ConfigureAwait(false)).Items[0];
        return item.Result ?? throw item.Error!;
    }

    /// <summary>Applies what differs, in the lock of the grantees' shares.</summary>
    /// <param name="folder">The folder as just read.</param>
    /// <param name="desired">The grants, each to somebody else.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The folder as it was read last; and for each grant, in order, what it is or why it was refused.</returns>
    public async Task<(SharedFolder After, IReadOnlyList<GrantItem> Items)> ApplyAsync(
        SharedFolder folder,
        IReadOnlyList<DesiredGrant> desired,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset started = Now;
        SharedFolder after = folder;
        IReadOnlyList<GrantItem> items = await PlanAsync(folder, desired, cancellationToken).ConfigureAwait(false);
        for (int conflicts = 0; items.Any(item => !item.IsSettled); conflicts++)
        {
            var run = new GrantRun(dispatcher, after, [.. items.Where(item => item.Request is not null)]);
            after = await run.RunAsync(cancellationToken).ConfigureAwait(false);
            if (run.IsConflict)
            {
                after = await ReadAsync(after, cancellationToken).ConfigureAwait(false);
                items = await PlanAsync(after, desired, cancellationToken).ConfigureAwait(false);
                items[0].Error = ConflictIn(after, items[0], conflicts);
            }
        }

        foreach (GrantItem item in items.Where(item => item.Result is not null))
        {
            after = await RevokeDeadAsync(after, item, cancellationToken).ConfigureAwait(false);
            await KeepEndAsync(item, cancellationToken).ConfigureAwait(false);
        }

        await new GrantMails(dispatcher, folder, mailsAtOnce).SendAsync(items, started, cancellationToken).ConfigureAwait(false);
        return (after, items);
    }

    private async Task<SharedFolder> ReadAsync(SharedFolder folder, CancellationToken cancellationToken) =>
        folder.With((await dispatcher.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false)).Folder);

    private static ZimbraConflictException? ConflictIn(SharedFolder now, GrantItem item, int conflicts) =>
        item.Desired.Meant is { } meant && item.Plan.Standing is null ? Conflict(GrantFailureTexts.Revoked(now, meant))
        : conflicts >= Attempt.MostConflicts
            ? Conflict(GrantFailureTexts.Overtaken(now, GranteeWords.Of(item.Desired.Type, item.Desired.Address)))
        : null;

    private static ZimbraConflictException Conflict(LocalizedText why) => new(why) { Operation = "FolderActionRequest" };

    /// <summary>
    /// Where the address was a guest's and has become an account, that guest's grant gives nobody access. It is revoked only once the
    /// account has its own.
    /// </summary>
    private async Task<SharedFolder> RevokeDeadAsync(SharedFolder after, GrantItem item, CancellationToken cancellationToken)
    {
        if (item.Plan.Dead is not { } dead || !GrantSearch.IsInternal(item.Result!.Grant))
        {
            return after;
        }

        RevokedGrants revoked = await new GrantRevoker(dispatcher)
            .RevokeAsync(after, [dead], mail: null, cancellationToken)
            .ConfigureAwait(false);
        item.Result = item.Result with { Folder = revoked.After, Replaced = revoked.Errors[0] is null ? dead : null };
        return revoked.After;
    }

    /// <summary>
    /// Only the answer shows whose a group's alias is: the grant that was under the group's id was replaced, its end included. It is set
    /// again.
    /// </summary>
    private async Task KeepEndAsync(GrantItem item, CancellationToken cancellationToken)
    {
        GrantResult result = item.Result!;
        if (
            item.Request is null
            || item.Plan.Standing is not null
            || !GrantSearch.IsInternal(result.Grant)
            || item.Before.Grants.ById(result.Grant.GranteeId) is not { } replaced
        )
        {
            return;
        }

        if (item.Desired.Expiry.IsKeep && replaced.Expiry is { } end && end > Now && result.Grant.Expiry != end)
        {
            var again = new DesiredGrant
            {
                Type = result.Grant.Type,
                User = result.Grant.GranteeName,
                Meant = result.Grant,
                Permissions = item.Desired.Permissions,
                Expiry = end,
            };
            try
            {
                GrantResult kept = await ApplyAsync(result.Folder, again, cancellationToken).ConfigureAwait(false);
                result = result with { Grant = kept.Grant, Folder = kept.Folder };
            }
            catch (ZimbraException e)
            {
                // Only now it is known that there was an end, so a call made again would not find it any more.
                (item.Result, item.Error) = (
                    null,
                    new ZimbraOutcomeUnknownException(GrantFailureTexts.EndNotKnown(result.Folder.Path, end).Then(e.Explanation), e)
                    {
                        Operation = e.Operation,
                    }
                );
                return;
            }
        }

        bool isSame = result.Grant.Rights == replaced.Rights && result.Grant.Expiry == replaced.Expiry;
        item.Result = result with { Outcome = isSame ? ShareOutcome.Unchanged : ShareOutcome.Changed };
    }
}
