using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>Makes a wanted grant stand, in one round trip when something differs and none when nothing does.</summary>
internal sealed class GrantWriter(Exchange exchange)
{
    private ZimbraClientOptions Options => exchange.Connection.Options;

    /// <param name="folder">The folder as just read.</param>
    /// <param name="wanted">The state to reach.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraFaultException">The server refused; the message names the policy as far as it can be known. Nobody was mailed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost and the folder could not be read back. Calling again is safe.</exception>
    public async Task<GrantResult> EnsureAsync(SharedFolder folder, WantedGrant wanted, CancellationToken cancellationToken)
    {
        using IDisposable? turn = wanted is { Notify: true, Address: { } address }
            ? await exchange.Connection.Turns.TakeAsync([folder.TurnOf(address)], cancellationToken).ConfigureAwait(false)
            : null;
        DateTimeOffset began = Options.TimeProvider.GetUtcNow();
        var missed = new MissedNotices(exchange, folder);
        GrantPlan plan = (await missed.ReviseAsync([(wanted, GrantPlan.For(wanted, folder, began))], cancellationToken).ConfigureAwait(false))[0];
        GrantResult result = plan.Grant is null
            ? new GrantResult(ShareOutcome.Unchanged, plan.Standing!, folder, ShareNotification.NotRequested)
            : await GrantAsync(folder, wanted, plan, began, cancellationToken).ConfigureAwait(false);
        if (!wanted.EnsureNotified)
        {
            return result;
        }

        GrantMail mail = plan.Mail(result.Grant, wanted);
        return result.Notification switch
        {
            { WasLost: true } => result with { Notification = (await new GrantNotifier(exchange, folder).NotifyAsync([mail], cancellationToken).ConfigureAwait(false))[0] },
            { Status: NotificationStatus.NotRequested } => result with
            {
                Notification = (await missed.NotifyAsync([mail with { Notice = ShareNotice.Created }], cancellationToken).ConfigureAwait(false))[0],
            },
            _ => result,
        };
    }

    private async Task<GrantResult> GrantAsync(SharedFolder folder, WantedGrant wanted, GrantPlan plan, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var batch = new GrantBatch(folder, plan, wanted.Note);
        var replies = new LostReplies();
        for (int attempt = 0; ; attempt++)
        {
            BatchResponse reply;
            try
            {
                reply = await exchange.SendAsync(batch.Request, cancellationToken, replies).ConfigureAwait(false);
                switch (reply.OutcomeOf(batch.Grant).Fault)
                {
                    case { Code: ZimbraFaultCodes.GrantExists }:
                        return await ExistsAsync(folder, wanted, plan, attempt, began, cancellationToken).ConfigureAwait(false);
                    case { } fault:
                        return (replies.Any ? await RefusedAsync(fault, folder, wanted, plan, began, cancellationToken).ConfigureAwait(false) : null)
                            ?? throw SharingRefusal.Explain(fault, folder, wanted);
                }
            }
            catch (ZimbraOutcomeUnknownException lost)
            {
                // With a mail in it the batch is not repeated blindly: look first. Without one it was repeated already.
                var change = new LostChange(exchange, folder, lost);
                SharedFolder after = await change.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (await RecoverAsync(after, wanted, plan, began, lost.MayStillRun, cancellationToken).ConfigureAwait(false) is { } result)
                {
                    return result;
                }

                if (plan.Notice is null || attempt >= Options.MaxRetries)
                {
                    throw change.NotDone();
                }

                continue;
            }

            // The grant stands: what is lost from here on is told, and nothing is sent again for it.
            return await DoneAsync(folder, wanted, plan, batch, reply, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What an earlier attempt made, whose reply was lost, though the server refuses a further one; null when it made nothing.</summary>
    private async Task<GrantResult?> RefusedAsync(ZimbraFault fault, SharedFolder folder, WantedGrant wanted, GrantPlan plan, DateTimeOffset began, CancellationToken cancellationToken)
    {
        SharedFolder after = await LostChange.BeforeRefusal(exchange, folder, fault).ReadAsync(cancellationToken).ConfigureAwait(false);
        return await RecoverAsync(after, wanted, plan, began, mayStillRun: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What stands after a lost reply, if it is what was wanted; null when nothing was done.</summary>
    private async Task<GrantResult?> RecoverAsync(SharedFolder after, WantedGrant wanted, GrantPlan plan, DateTimeOffset began, bool mayStillRun, CancellationToken cancellationToken)
    {
        if (wanted.FindIn(after.Acl) is not { } found || GrantPlan.For(wanted, after, Options.TimeProvider.GetUtcNow()).Grant is not null)
        {
            return null;
        }

        ShareNotification notification = plan.Notice is null
            ? ShareNotification.NotRequested
            : await LookAsync(after, plan.Mail(found, wanted), began, mayStillRun, cancellationToken).ConfigureAwait(false);
        return new GrantResult(plan.Outcome, found, after, notification);
    }

    // Without a mail the batch may have been repeated on its way, so the grant is ours; with one, only after we repeated it ourselves.
    private async Task<GrantResult> ExistsAsync(
        SharedFolder folder, WantedGrant wanted, GrantPlan plan, int attempt, DateTimeOffset began, CancellationToken cancellationToken)
    {
        GrantResult result = await ExistsAsync(folder, wanted, plan, isRepeated: plan.Notice is null || attempt > 0, cancellationToken).ConfigureAwait(false);

        // A late attempt of ours made the grant, and may be about to send the mail.
        return plan.Notice is not null && result.Outcome != ShareOutcome.Unchanged
            ? result with { Notification = await LookAsync(folder, plan.Mail(result.Grant, wanted), began, mayStillRun: true, cancellationToken).ConfigureAwait(false) }
            : result;
    }

    private Task<ShareNotification> LookAsync(SharedFolder folder, GrantMail mail, DateTimeOffset began, bool mayStillRun, CancellationToken cancellationToken) =>
        new SentNotices(exchange, folder).LookAsync(mail, began, mayStillRun, cancellationToken);

    private async Task<GrantResult> DoneAsync(
        SharedFolder folder, WantedGrant wanted, GrantPlan plan, GrantBatch batch, BatchResponse reply, CancellationToken cancellationToken)
    {
        SharedFolder? after = await ReadBackAsync(folder, reply.OutcomeOf(batch.ReadBack), cancellationToken).ConfigureAwait(false);
        ShareNotification notification = batch.Notice is null ? ShareNotification.NotRequested : Told(reply.OutcomeOf(batch.Notice), plan.NoticeAddress);
        return await MadeAsync(folder, after, wanted, plan, reply.OutcomeOf(batch.Grant).ResponseOrThrow(), notification, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The folder as read back in the batch; where that failed, once more by itself; null when that fails too. The grant was made all the same.</summary>
    public async Task<SharedFolder?> ReadBackAsync(SharedFolder folder, BatchOutcome<GetFolderResponse> readBack, CancellationToken cancellationToken)
    {
        try
        {
            GetFolderResponse read = readBack.Response ?? await exchange.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
            return folder.With(read.Folder);
        }
        catch (ZimbraException)
        {
            return null;
        }
    }

    /// <summary>What a grant that the server took came to.</summary>
    /// <param name="before">The folder as it was read before.</param>
    /// <param name="after">The folder as it was read after; null when it could not be.</param>
    /// <param name="wanted">The state that was wanted.</param>
    /// <param name="plan">What was sent.</param>
    /// <param name="granted">The server's answer to it.</param>
    /// <param name="notification">What became of the mail.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<GrantResult> MadeAsync(
        SharedFolder before, SharedFolder? after, WantedGrant wanted, GrantPlan plan, FolderActionResponse granted, ShareNotification notification, CancellationToken cancellationToken)
    {
        // What was read before would tell the grant as it was then.
        FolderGrant made = (after is null ? null : GrantSearch.ById(after.Acl, granted.GranteeId))
            ?? plan.Grant! with { GranteeId = granted.GranteeId, GranteeName = granted.GranteeName };
        var result = new GrantResult(plan.Outcome, made, after ?? before, notification);

        // Only now an alias shows whose it is: the grant that stood under the account's id was replaced, its end included.
        return plan.Standing is null && GrantSearch.IsInternal(made) && GrantSearch.ById(before.Acl, made.GranteeId) is { } replaced
            ? KeepEndAsync(wanted, replaced, result, cancellationToken)
            : Task.FromResult(result);
    }

    private async Task<GrantResult> KeepEndAsync(WantedGrant wanted, FolderGrant before, GrantResult result, CancellationToken cancellationToken)
    {
        if (wanted.Expiry.IsKeep && before.Expiry > Options.TimeProvider.GetUtcNow() && result.Grant.Expiry != before.Expiry)
        {
            SharedFolder after = await SetEndAsync(result, before.Expiry, cancellationToken).ConfigureAwait(false);
            result = result with { Folder = after, Grant = GrantSearch.ById(after.Acl, before.GranteeId) ?? result.Grant };
        }

        bool same = result.Grant.Rights == before.Rights && result.Grant.Expiry == before.Expiry;
        return result with { Outcome = same ? ShareOutcome.Unchanged : ShareOutcome.Changed };
    }

    /// <exception cref="ZimbraOutcomeUnknownException">It failed. Only now it is known that there was an end, so a call made again would not find it any more.</exception>
    private async Task<SharedFolder> SetEndAsync(GrantResult result, DateTimeOffset? end, CancellationToken cancellationToken)
    {
        FolderActionRequest again = FolderActionRequest.Grant(result.Folder.Id, result.Grant with { Expiry = end });
        GetFolderRequest readBack = GetFolderRequest.WithId(result.Folder.Id);
        try
        {
            BatchResponse reply = await exchange.SendAsync(new BatchRequest([again, readBack]), cancellationToken).ConfigureAwait(false);
            BatchOutcome<FolderActionResponse> set = reply.OutcomeOf(again);
            return set.Fault is null or { Code: ZimbraFaultCodes.GrantExists }
                ? result.Folder.With(reply.OutcomeOf(readBack).ResponseOrThrow().Folder)
                : throw new ZimbraFaultException(set.Fault, again.OperationName);
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException(
                $"'{result.Folder.Path}' is shared as wanted, but it is not known whether the share still ends at {end:u}, as it did before. Call RenewAsync with that end. {e.Message}", e)
            { Operation = e.Operation };
        }
    }

    /// <summary>GRANT_EXISTS though the ACL did not show it: an alias, an attempt of ours whose reply was lost, or somebody who did the same at the same moment.</summary>
    /// <param name="folder">The folder as it was read before.</param>
    /// <param name="wanted">The state that was wanted.</param>
    /// <param name="plan">What was sent.</param>
    /// <param name="isRepeated">Whether an attempt of ours went before, so that the grant is taken for ours.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GrantResult> ExistsAsync(SharedFolder folder, WantedGrant wanted, GrantPlan plan, bool isRepeated, CancellationToken cancellationToken)
    {
        SharedFolder after;
        try
        {
            GetFolderResponse read = await exchange.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
            after = folder.With(read.Folder);
        }
        catch (ZimbraException) when (isRepeated)
        {
            // It stands just as it was sent: the server said so, and an exception would hide it.
            return new GrantResult(plan.Outcome, Sent(plan.Grant!), folder, ShareNotification.NotRequested);
        }

        if (wanted.FindIn(after.Acl) is { } found)
        {
            return new GrantResult(isRepeated ? plan.Outcome : ShareOutcome.Unchanged, found, after, ShareNotification.NotRequested);
        }

        // An alias. Whose, the ACL tells only where one internal grant alone is like the one that was sent.
        FolderGrant[] alike = [.. after.Acl.Grants.Where(grant => GrantSearch.IsInternal(grant)
            && Permissions.ParseLenient(grant.Rights) == wanted.Permissions && grant.Expiry == plan.Grant!.Expiry)];
        FolderGrant grant = alike is [var only]
            ? only
            : new FolderGrant { Type = GranteeType.User, Rights = wanted.Permissions.Letters, Expiry = plan.Grant!.Expiry, GranteeName = wanted.Address };
        return new GrantResult(ShareOutcome.Unchanged, grant, after, ShareNotification.NotRequested);
    }

    private static FolderGrant Sent(FolderGrant grant) => grant.Type == GranteeType.Guest ? grant with { GranteeId = grant.GranteeId ?? grant.GranteeName } : grant;

    internal static ShareNotification Told(BatchOutcome<SendShareNotificationResponse> outcome, string address) => outcome switch
    {
        { Succeeded: true } => ShareNotification.Sent(address),
        { Fault: { } fault } => ShareNotification.Failed(address, fault),
        _ => ShareNotification.Failed(address, "The server did not come to send it, because an earlier request of the batch failed."),
    };
}
