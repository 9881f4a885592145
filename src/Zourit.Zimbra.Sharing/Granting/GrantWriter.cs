using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Makes a wanted grant stand, in one round trip when something differs and none when nothing does.</summary>
internal sealed class GrantWriter(RequestDispatcher dispatcher)
{
    private readonly AliasedGrant _alias = new(dispatcher);

    private ConnectionSettings Options => dispatcher.Connection.Options;

    /// <param name="folder">The folder as just read, in the turn at the grantee's share.</param>
    /// <param name="wanted">The state to reach.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraFaultException">The server refused; the message names the policy as far as it can be known. Nobody was
    /// mailed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost and the folder could not be read back. Calling again is
    /// safe.</exception>
    public async Task<GrantResult> EnsureAsync(SharedFolder folder, DesiredGrant wanted, CancellationToken cancellationToken)
    {
        wanted = await _alias.NamedAsync(folder, wanted, cancellationToken).ConfigureAwait(false);
        DateTimeOffset began = Options.TimeProvider.GetUtcNow();
        var missed = new MissingNotificationSender(dispatcher, folder);
        GrantPlan plan = (
            await missed.ReviseAsync([(wanted, GrantPlan.For(wanted, folder, began))], cancellationToken).ConfigureAwait(false)
        )[0];
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
            { WasLost: true } => result with
            {
                Notification = (await new GrantNotifier(dispatcher, folder).NotifyAsync([mail], cancellationToken).ConfigureAwait(false))[
                    0
                ],
            },
            { Status: NotificationStatus.NotRequested } => result with
            {
                Notification = (
                    await missed.NotifyAsync([mail with { Notice = ShareNotice.Created }], cancellationToken).ConfigureAwait(false)
                )[0],
            },
            _ => result,
        };
    }

    private async Task<GrantResult> GrantAsync(
        SharedFolder folder,
        DesiredGrant wanted,
        GrantPlan plan,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        var batch = new GrantBatch(folder, plan, wanted.Note);
        var replies = new LostReplies();
        LostChange? lost = null;
        for (int attempt = 0; ; attempt++)
        {
            BatchResponse reply;
            try
            {
                reply = await dispatcher.SendAsync(batch.Request, cancellationToken, replies).ConfigureAwait(false);
            }
            catch (ZimbraException e) when (!e.IsOutcomeKnown || lost is { MayStillRun: true })
            {
                // With a mail in it the batch is not repeated blindly: look first. Without one it was repeated already. That a repetition
                // was turned away says nothing of an attempt before it, which may have come through meanwhile.
                lost = e.IsOutcomeKnown ? lost! : LostChange.After(lost, dispatcher, folder, e);

                // After a fault once is enough (protocol.md §10.1).
                Repetition? again =
                    e is ZimbraOutcomeUnknownException && plan.Notice is not null && attempt < Options.MaxRetries
                        ? await dispatcher.PauseAsync(batch.Request, e, attempt, cancellationToken).ConfigureAwait(false)
                        : null;
                SharedFolder after = await lost.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (
                    await RecoverAsync(folder, after, wanted, plan, began, lost.MayStillRun, cancellationToken).ConfigureAwait(false) is
                    { } result
                )
                {
                    return result;
                }

                if (again is null)
                {
                    throw AliasedGrant.MayBeAmong(folder, after, wanted, plan) ? AliasedGrant.Unknown(folder, wanted, e, lost.MayStillRun)
                    : e.IsOutcomeKnown ? lost.Refused(e)
                    : lost.NotDone();
                }

                again.Tell();
                continue;
            }

            // What is lost from here on is told, and nothing is sent again for it.
            return reply.OutcomeOf(batch.Grant).Fault switch
            {
                null => await DoneAsync(folder, wanted, plan, batch, reply, cancellationToken).ConfigureAwait(false),
                { Code: ZimbraFaultCodes.GrantExists } => await ExistsInBatchAsync(
                        folder,
                        wanted,
                        plan,
                        replies.Any,
                        began,
                        cancellationToken
                    )
                    .ConfigureAwait(false),
                var fault => await RefusedAsync(fault, replies, folder, wanted, plan, began, cancellationToken).ConfigureAwait(false),
            };
        }
    }

    /// <summary>
    /// What stands though the server refused: an earlier attempt made it, whose reply was lost, or the fault leaves open what was done.
    /// </summary>
    private async Task<GrantResult> RefusedAsync(
        ZimbraFault fault,
        LostReplies replies,
        SharedFolder folder,
        DesiredGrant wanted,
        GrantPlan plan,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        ZimbraException refusal = SharingRefusal.Explain(fault, folder, wanted, mayStillRun: replies.MayStillRun);
        if (!replies.Any && !FaultCatalogue.LeavesOpen(fault.Code))
        {
            throw refusal;
        }

        LostChange lost = replies.Any
            ? LostChange.BeforeAnswer(dispatcher, folder, replies)
            : LostChange.AfterFault(dispatcher, folder, fault);
        SharedFolder after = await lost.ReadAsync(cancellationToken).ConfigureAwait(false);
        bool mayStillRun = lost.MayStillRun || FaultCatalogue.MayStillRun(fault.Code);
        return await RecoverAsync(folder, after, wanted, plan, began, mayStillRun, cancellationToken).ConfigureAwait(false)
            ?? throw (replies.Any ? lost.Refused(refusal) : refusal);
    }

    /// <summary>What stands after a lost reply, if it is what was wanted; null when nothing was done.</summary>
    private async Task<GrantResult?> RecoverAsync(
        SharedFolder before,
        SharedFolder after,
        DesiredGrant wanted,
        GrantPlan plan,
        DateTimeOffset began,
        bool mayStillRun,
        CancellationToken cancellationToken
    )
    {
        GrantResult? found =
            wanted.FindIn(after.Acl) is not { } grant
                ? await _alias.RecoverAsync(before, after, wanted, plan, cancellationToken).ConfigureAwait(false)
            : GrantPlan.For(wanted, after, Options.TimeProvider.GetUtcNow()).Grant is null
                ? new GrantResult(plan.Outcome, grant, after, ShareNotification.NotRequested)
            : null;
        return found is null || plan.Notice is null
            ? found
            : found with
            {
                Notification = await LookAsync(after, plan.Mail(found.Grant, wanted), began, mayStillRun, cancellationToken)
                    .ConfigureAwait(false),
            };
    }

    private async Task<GrantResult> ExistsInBatchAsync(
        SharedFolder folder,
        DesiredGrant wanted,
        GrantPlan plan,
        bool isRepeated,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        GrantResult result = await ExistsAsync(folder, wanted, plan, isRepeated, cancellationToken).ConfigureAwait(false);

        if (plan.Notice is null)
        {
            return result;
        }

        // A late attempt of ours made the grant, and may be about to send the mail.
        GrantMail mail = plan.Mail(result.Grant, wanted);
        return result.Outcome != ShareOutcome.Unchanged
                ? result with
                {
                    Notification = await LookAsync(folder, mail, began, mayStillRun: true, cancellationToken).ConfigureAwait(false),
                }
            : isRepeated
            && await new NotificationTracker(dispatcher, folder).TraceAsync(mail, began, cancellationToken).ConfigureAwait(false)
                is { } told
                ? result with
                {
                    Notification = told,
                }
            : result;
    }

    private Task<ShareNotification> LookAsync(
        SharedFolder folder,
        GrantMail mail,
        DateTimeOffset began,
        bool mayStillRun,
        CancellationToken cancellationToken
    ) => new NotificationTracker(dispatcher, folder).LookAsync(mail, began, mayStillRun, cancellationToken);

    private async Task<GrantResult> DoneAsync(
        SharedFolder folder,
        DesiredGrant wanted,
        GrantPlan plan,
        GrantBatch batch,
        BatchResponse reply,
        CancellationToken cancellationToken
    )
    {
        SharedFolder? after = await ReadBackAsync(folder, reply.OutcomeOf(batch.ReadBack), cancellationToken).ConfigureAwait(false);
        ShareNotification notification = batch.Notice is null
            ? ShareNotification.NotRequested
            : Told(reply.OutcomeOf(batch.Notice), plan.NoticeAddress);
        return await MadeAsync(folder, after, wanted, plan, reply.OutcomeOf(batch.Grant).ResponseOrThrow(), notification, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// The folder as read back in the batch; where that failed, once more by itself; null when that fails too. The grant was made all the
    /// same.
    /// </summary>
    public async Task<SharedFolder?> ReadBackAsync(
        SharedFolder folder,
        BatchOutcome<GetFolderResponse> readBack,
        CancellationToken cancellationToken
    )
    {
        try
        {
            GetFolderResponse read = readBack.Response
                ?? await dispatcher.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
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
        SharedFolder before,
        SharedFolder? after,
        DesiredGrant wanted,
        GrantPlan plan,
        FolderActionResponse granted,
        ShareNotification notification,
        CancellationToken cancellationToken
    )
    {
        // What was read before would tell the grant as it was then.
        FolderGrant made = (after is null ? null : GrantSearch.ById(after.Acl, granted.GranteeId))
            ?? plan.Grant! with
            {
                GranteeId = granted.GranteeId,
                GranteeName = granted.GranteeName,
            };
        var result = new GrantResult(plan.Outcome, made, after ?? before, notification);

        // Only now an alias shows whose it is: the grant that stood under the account's id was replaced, its end included.
        return plan.Standing is null && GrantSearch.IsInternal(made) && GrantSearch.ById(before.Acl, made.GranteeId) is { } replaced
            ? _alias.KeepEndAsync(wanted, replaced, result, cancellationToken)
            : Task.FromResult(result);
    }

    /// <summary>
    /// GRANT_EXISTS though the ACL did not show it: an alias, an attempt of ours whose reply was lost, or somebody who did the same at the
    /// same moment.
    /// </summary>
    /// <param name="folder">The folder as it was read before.</param>
    /// <param name="wanted">The state that was wanted.</param>
    /// <param name="plan">What was sent.</param>
    /// <param name="isRepeated">Whether an attempt of ours was lost before, so that the grant is taken for ours.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GrantResult> ExistsAsync(
        SharedFolder folder,
        DesiredGrant wanted,
        GrantPlan plan,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        SharedFolder after;
        try
        {
            GetFolderResponse read = await dispatcher
                .SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken)
                .ConfigureAwait(false);
            after = folder.With(read.Folder);
        }
        catch (ZimbraException) when (isRepeated)
        {
            // It stands just as it was sent: the server said so, and an exception would hide it.
            return new GrantResult(plan.Outcome, Sent(plan.Grant!), folder, ShareNotification.NotRequested);
        }

        return wanted.FindIn(after.Acl) is { } found
            ? new GrantResult(isRepeated ? plan.Outcome : ShareOutcome.Unchanged, found, after, ShareNotification.NotRequested)
            : await _alias.ExistsAsync(folder, after, wanted, plan, isRepeated, cancellationToken).ConfigureAwait(false);
    }

    private static FolderGrant Sent(FolderGrant grant) =>
        grant.Type == GranteeType.Guest ? grant with { GranteeId = grant.GranteeId ?? grant.GranteeName } : grant;

    internal static ShareNotification Told(BatchOutcome<SendShareNotificationResponse> outcome, string address) =>
        outcome switch
        {
            { Succeeded: true } => ShareNotification.Sent(address),
            { Fault: { } fault } => ShareNotification.Refused(address, fault),
            _ => ShareNotification.Failed(address, "The server did not come to send it, because an earlier request of the batch failed."),
        };
}
