using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Makes several people's grants on one folder stand in two round trips: all grants with a reading after them, then the mails of those that
/// were made. The mails have a batch of their own, because in a batch that goes on after a fault a mail would leave though its grant
/// failed.
/// </summary>
internal sealed class GrantGroup(RequestDispatcher dispatcher)
{
    private readonly GrantWriter _writer = new(dispatcher);

    /// <param name="folder">The folder as just read, in the turn at the grantees' shares.</param>
    /// <param name="wanted">The grants, each to somebody else.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each, in order, what stands or why it was refused.</returns>
    public async Task<IReadOnlyList<GrantAttempt>> EnsureAsync(
        SharedFolder folder,
        IReadOnlyList<DesiredGrant> wanted,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset began = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        var missed = new MissingNotificationSender(dispatcher, folder);
        IReadOnlyList<GrantPlan> plans = await missed
            .ReviseAsync([.. wanted.Select(each => (each, GrantPlan.For(each, folder, began)))], cancellationToken)
            .ConfigureAwait(false);
        List<GrantAttempt> attempts = [.. wanted.Zip(plans, (each, plan) => new GrantAttempt(folder, each, plan))];
        List<GrantAttempt> due = [.. attempts.Where(attempt => attempt.Request is not null)];
        LostChange? lost = null;
        for (int round = 0; due.Any(attempt => !attempt.IsSettled); round++)
        {
            lost = await GrantAsync(folder, [.. due.Where(attempt => !attempt.IsSettled)], round, lost, began, cancellationToken)
                .ConfigureAwait(false);
        }

        await TellAsync([.. due.Where(attempt => attempt.IsMailDue)], mails =>
                new GrantNotifier(dispatcher, folder).NotifyAsync(mails, cancellationToken)
            )
            .ConfigureAwait(false);
        await TellAsync([.. attempts.Where(attempt => attempt.IsMailInDoubt)], mails =>
                missed.NotifyAsync([.. mails.Select(mail => mail with { Notice = ShareNotice.Created })], cancellationToken)
            )
            .ConfigureAwait(false);
        return attempts;
    }

    /// <summary>
    /// Sends the grants once. After a lost reply those that stand are taken for ours, the others are left for another round: unlike a blind
    /// repetition this tells our own grants from those that somebody else makes at the same moment, and whose guests he mails.
    /// </summary>
    /// <returns>The loss that counts in the next round; null for none.</returns>
    private async Task<LostChange?> GrantAsync(
        SharedFolder folder,
        IReadOnlyList<GrantAttempt> due,
        int round,
        LostChange? lost,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        GetFolderRequest readBack = GetFolderRequest.WithId(folder.Id);
        var batch = new BatchRequest(
            [.. due.Select(attempt => attempt.Request!), readBack],
            BatchErrorMode.Continue,
            RetrySafety.Verifiable
        );
        BatchResponse reply;
        try
        {
            reply = await dispatcher.SendAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            lost = LostChange.After(lost, dispatcher, folder, e);
            Repetition? again =
                e is ZimbraOutcomeUnknownException && round < dispatcher.Connection.Options.MaxRetries
                    ? await dispatcher.PauseAsync(batch, e, round, cancellationToken).ConfigureAwait(false)
                    : null;
            await RecoverAsync(folder, due, lost, again is null ? lost.NotDone() : null, began, cancellationToken).ConfigureAwait(false);
            if (due.Any(attempt => !attempt.IsSettled))
            {
                again?.Tell();
            }

            return lost;
        }
        catch (ZimbraException e) when (lost is { MayStillRun: true })
        {
            // That this round was turned away says nothing of the one before, which may have come through meanwhile.
            await RecoverAsync(folder, due, lost, lost.Refused(e), began, cancellationToken).ConfigureAwait(false);
            return lost;
        }
        catch (ZimbraException e)
        {
            Fail(due, e);
            return lost;
        }

        SharedFolder? after = await _writer.ReadBackAsync(folder, reply.OutcomeOf(readBack), cancellationToken).ConfigureAwait(false);
        if (
            after is not null
            && due.Any(attempt =>
                reply.OutcomeOf(attempt.Request!).Fault is { } fault
                && (FaultCatalogue.MayStillRun(fault.Code) || lost is { MayStillRun: true })
            )
        )
        {
            after = await LostChange.LookAgainAsync(dispatcher, after, cancellationToken).ConfigureAwait(false);
        }

        foreach (GrantAttempt attempt in due)
        {
            await SettleAsync(attempt, folder, after, reply.OutcomeOf(attempt.Request!), lost, began, cancellationToken)
                .ConfigureAwait(false);
        }

        return lost;
    }

    /// <summary>Takes what stands after a loss for ours.</summary>
    /// <param name="folder">The folder as it was read before.</param>
    /// <param name="due">The attempts.</param>
    /// <param name="lost">The loss.</param>
    /// <param name="error">What to tell of those that do not stand; null where they are left for another round.</param>
    /// <param name="began">When the first was sent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    private async Task RecoverAsync(
        SharedFolder folder,
        IReadOnlyList<GrantAttempt> due,
        LostChange lost,
        ZimbraException? error,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        SharedFolder after;
        try
        {
            after = await lost.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraOutcomeUnknownException e)
        {
            // What was done stays unknown, and that is what the entries tell.
            Fail(due, e);
            return;
        }

        foreach (GrantAttempt attempt in due)
        {
            await RecoverAsync(attempt, folder, after, began, cancellationToken).ConfigureAwait(false);
            if (!attempt.IsSettled && error is not null)
            {
                attempt.Error = AliasedGrant.MayBeAmong(folder, after, attempt.Wanted, attempt.Plan)
                    ? AliasedGrant.Unknown(folder, attempt.Wanted, error, lost.MayStillRun)
                    : error;
            }
        }
    }

    /// <summary>
    /// Takes what stands for the attempt's, if it is what was wanted. Somebody else may have made it at the same moment, and mailed: then
    /// no second mail is due.
    /// </summary>
    private async Task RecoverAsync(
        GrantAttempt attempt,
        SharedFolder before,
        SharedFolder after,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        attempt.Recover(after, dispatcher.Connection.Options.TimeProvider.GetUtcNow());
        if (attempt.IsMailDue)
        {
            attempt.Tell(await SoFarAsync(attempt, before, began, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<ShareNotification> SoFarAsync(
        GrantAttempt attempt,
        SharedFolder before,
        DateTimeOffset began,
        CancellationToken cancellationToken
    ) =>
        await new NotificationTracker(dispatcher, before).TraceAsync(attempt.Mail, began, cancellationToken).ConfigureAwait(false)
        ?? ShareNotification.NotRequested;

    private static void Fail(IReadOnlyList<GrantAttempt> due, ZimbraException error)
    {
        foreach (GrantAttempt attempt in due.Where(attempt => !attempt.IsSettled))
        {
            attempt.Error = error;
        }
    }

    private async Task SettleAsync(
        GrantAttempt attempt,
        SharedFolder before,
        SharedFolder? after,
        BatchOutcome<FolderActionResponse> outcome,
        LostChange? lost,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        try
        {
            switch (outcome.Fault)
            {
                case null:
                    attempt.Result = await _writer
                        .MadeAsync(
                            before,
                            after,
                            attempt.Wanted,
                            attempt.Plan,
                            outcome.ResponseOrThrow(),
                            ShareNotification.NotRequested,
                            cancellationToken
                        )
                        .ConfigureAwait(false);
                    break;

                case { Code: ZimbraFaultCodes.GrantExists }:
                    // A late first attempt of ours made the grant, or somebody else did between: whoever was it, the mail goes once.
                    attempt.Result = await _writer
                        .ExistsAsync(before, attempt.Wanted, attempt.Plan, isRepeated: lost is not null, cancellationToken)
                        .ConfigureAwait(false);
                    if (attempt.IsMailDue)
                    {
                        attempt.Tell(await SoFarAsync(attempt, before, began, cancellationToken).ConfigureAwait(false));
                    }

                    break;

                case { } fault:
                    if (lost is not null || FaultCatalogue.LeavesOpen(fault.Code))
                    {
                        SharedFolder found = after
                            ?? await (lost ?? LostChange.AfterFault(dispatcher, before, fault))
                                .ReadAsync(cancellationToken)
                                .ConfigureAwait(false);
                        await RecoverAsync(attempt, before, found, began, cancellationToken).ConfigureAwait(false);
                    }

                    if (attempt.Result is null)
                    {
                        ZimbraException refusal = SharingRefusal.Explain(
                            fault,
                            before,
                            attempt.Wanted,
                            mayStillRun: lost is { MayStillRun: true }
                        );
                        attempt.Error = lost?.Refused(refusal) ?? refusal;
                    }

                    break;
            }
        }
        catch (ZimbraException e)
        {
            attempt.Error = e;
        }
    }

    private static async Task TellAsync(
        IReadOnlyList<GrantAttempt> attempts,
        Func<IReadOnlyList<GrantMail>, Task<IReadOnlyList<ShareNotification>>> notifyAsync
    )
    {
        foreach (
            (GrantAttempt attempt, ShareNotification told) in attempts.Zip(
                await notifyAsync([.. attempts.Select(attempt => attempt.Mail)]).ConfigureAwait(false)
            )
        )
        {
            attempt.Tell(told);
        }
    }
}
