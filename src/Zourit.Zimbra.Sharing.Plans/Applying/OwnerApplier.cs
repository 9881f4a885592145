using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Carries out the changes of one owner.</summary>
internal sealed class OwnerApplier(ZimbraMailbox mailbox, ZimbraPlanSource reader, ApplyOptions options, RunState run)
{
    public async IAsyncEnumerable<ChangeOutcome> ApplyAsync(OwnerPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (run.HasEnded)
        {
            foreach (PlannedChange change in plan.Changes)
            {
                yield return new()
                {
                    Change = change,
                    Status = ChangeStatus.NotStarted,
                    Reason = ApplyTexts.Ended,
                };
            }

            yield break;
        }

        OwnerState state = await reader.ReadAsync(plan.Owner, cancellationToken).ConfigureAwait(false);
        if (state.Failure is { } failure)
        {
            run.OwnerFailed();
            foreach (PlannedChange change in plan.Changes)
            {
                yield return new()
                {
                    Change = change,
                    Status = ChangeStatus.Failed,
                    Reason = failure,
                    IsTransient = state.IsTransient,
                };
            }

            yield break;
        }

        run.OwnerRead();
        List<PlannedChange> due = [];
        foreach (PlannedChange change in plan.Changes)
        {
            if (Settle(change, state) is { } settled)
            {
                yield return settled;
            }
            else
            {
                due.Add(change);
            }
        }

        ILookup<bool, PlannedChange> removals = due.ToLookup(change => change.Action == ChangeAction.Remove);
        foreach (IEnumerable<PlannedChange> part in new[] { removals[false], removals[true] })
        {
            await foreach (ChangeOutcome outcome in DoAsync([.. part], cancellationToken).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }
    }

    private ChangeOutcome? Settle(PlannedChange change, OwnerState state)
    {
        if (change.NeedsApproval && !options.IsApproved)
        {
            return new()
            {
                Change = change,
                Status = ChangeStatus.Postponed,
                Reason = ApplyTexts.NeedsApproval,
            };
        }

        if (change.Mail && run.IsMailDown)
        {
            return new()
            {
                Change = change,
                Status = ChangeStatus.NotStarted,
                Reason = ApplyTexts.MailIsDown,
                IsTransient = true,
            };
        }

        ChangeStatus? status = Settlement.Of(change, state, change.Mail && options.Journal?.Owes(change) == true);
        return status is null
            ? null
            : new()
            {
                Change = change,
                Status = status.Value,
                Reason = status == ChangeStatus.Stale ? ApplyTexts.Stale : null,
            };
    }

    private async IAsyncEnumerable<ChangeOutcome> DoAsync(
        IReadOnlyList<PlannedChange> changes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
        {
            yield break;
        }

        if (options.Journal is { } journal)
        {
            await journal.BeginAsync(run.Run, options.TimeProvider.GetUtcNow(), changes, cancellationToken).ConfigureAwait(false);
        }

        ILookup<bool, PlannedChange> guests = changes.ToLookup(change => change.Grantee.Kind == GranteeKind.Guest);
        await foreach (ChangeOutcome outcome in GuestsAsync([.. guests[true]], cancellationToken).ConfigureAwait(false))
        {
            yield return await NotedAsync(outcome).ConfigureAwait(false);
        }

        foreach (PlannedChange change in guests[false])
        {
            yield return await NotedAsync(await OneAsync(change, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    // What was done is written down even where the run was cancelled meanwhile.
    private async Task<ChangeOutcome> NotedAsync(ChangeOutcome outcome)
    {
        if (outcome.Mail == NotificationStatus.Failed)
        {
            run.MailFailed();
        }

        if (options.Journal is { } journal)
        {
            await journal.EndAsync(run.Run, options.TimeProvider.GetUtcNow(), outcome, CancellationToken.None).ConfigureAwait(false);
        }

        return outcome;
    }

    private async IAsyncEnumerable<ChangeOutcome> GuestsAsync(
        IReadOnlyList<PlannedChange> changes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
        {
            yield break;
        }

        GuestShareItem[] items =
        [
            .. changes.Select(change => new GuestShareItem
            {
                Calendar = change.Calendar.Value,
                Guest = change.Grantee.Name,
                Options = change.After is null ? null : ShareOptions.ForGuest(change, Ensures(change)),
            }),
        ];
        if (changes[0].Action == ChangeAction.Remove)
        {
            await foreach (var done in mailbox.Calendars.RevokeSharesAsync(items, null, cancellationToken).ConfigureAwait(false))
            {
                yield return Outcome(changes[done.Index], done.Result?.Notification, done.Error);
            }
        }
        else
        {
            await foreach (var done in mailbox.Calendars.ShareWithGuestsAsync(items, null, cancellationToken).ConfigureAwait(false))
            {
                yield return Outcome(changes[done.Index], done.Result?.Notification, done.Error);
            }
        }
    }

    private bool Ensures(PlannedChange change) => change.EnsuresMail || options.Journal?.Owes(change) == true;

    private async Task<ChangeOutcome> OneAsync(PlannedChange change, CancellationToken cancellationToken)
    {
        CalendarClient calendars = mailbox.Calendars;
        string calendar = change.Calendar.Value;
        bool isPublic = change.Grantee.Kind == GranteeKind.Public;
        try
        {
            ShareNotification? mail = (change.Action == ChangeAction.Remove, isPublic) switch
            {
                (true, true) => (await calendars.RevokePublicAsync(calendar, cancellationToken).ConfigureAwait(false)).Notification,
                (true, false) => (
                    await calendars.RevokeUserAsync(calendar, change.Grantee.Name, null, cancellationToken).ConfigureAwait(false)
                ).Notification,
                (false, true) => await SharePubliclyAsync(calendars, calendar, change, cancellationToken).ConfigureAwait(false),
                (false, false) => (
                    await calendars
                        .ShareWithUserAsync(calendar, change.Grantee.Name, ShareOptions.ForUser(change, Ensures(change)), cancellationToken)
                        .ConfigureAwait(false)
                ).Notification,
            };
            return Outcome(change, mail, null);
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException)
        {
            return Outcome(change, null, e);
        }
    }

    private static async Task<ShareNotification?> SharePubliclyAsync(
        CalendarClient calendars,
        string calendar,
        PlannedChange change,
        CancellationToken cancellationToken
    )
    {
        await calendars.SharePubliclyAsync(calendar, ShareOptions.ForEverybody(change), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static ChangeOutcome Outcome(PlannedChange change, ShareNotification? mail, Exception? error)
    {
        var failure = error as ZimbraException;
        bool isUncertain = failure is { IsOutcomeKnown: false };
        NotificationStatus status = mail?.Status ?? NotificationStatus.NotRequested;
        return new()
        {
            Change = change,
            Status =
                error is null ? ChangeStatus.Done
                : isUncertain ? ChangeStatus.Uncertain
                : ChangeStatus.Failed,
            Mail = status,
            OwesMail = change.Mail && (isUncertain || status is NotificationStatus.Failed or NotificationStatus.Unknown),
            Reason = failure?.Explanation ?? (error is null ? null : ApplyTexts.Refused(error.Message)),
            IsTransient = failure?.IsTransient == true,
        };
    }
}
