using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Carries out the changes of one owner: first what is added or changed, then the guests' accounts, then what is
/// removed.</summary>
internal sealed class OwnerApplier(ApplyRun run, OwnerPlan plan)
{
    // So many are under way when a run is stopped.
    private const int BatchSize = 100;

    private readonly ShareChanger _changer = new(run, run.Client.Mailbox(plan.Owner));
    private readonly HashSet<(FolderPath, PlanGrantee)> _made = [];
    private bool _isMailboxFull;

    public async IAsyncEnumerable<ChangeOutcome> ApplyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OwnerState? state = run.State.End is null ? await ReadAsync(cancellationToken).ConfigureAwait(false) : null;
        if (state is null || state.Failure is not null)
        {
            foreach (PlannedChange change in plan.Changes)
            {
                yield return state is null ? NotStarted(change, run.State.End!) : NotRead(change, state);
            }

            if (state is not null)
            {
                run.State.OwnerFailed();
            }

            yield break;
        }

        run.State.OwnerRead(state.ServerVersion);
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

        PlannedChange[] accounts = [.. due.Where(change => change.Action == ChangeAction.CreateAccount)];
        await BeginAsync(accounts, cancellationToken).ConfigureAwait(false);
        PlannedChange[] kept = [.. due.Where(change => change.Action is not (ChangeAction.CreateAccount or ChangeAction.Remove))];
        await foreach (ChangeOutcome outcome in ChangeAsync(kept, cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }

        foreach (PlannedChange account in accounts)
        {
            yield return await NotedAsync(await MakeAccountAsync(account, state, cancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        PlannedChange[] removed = [.. due.Where(change => change.Action == ChangeAction.Remove)];
        await foreach (ChangeOutcome outcome in ChangeAsync(removed, cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }
    }

    private ChangeOutcome? Settle(PlannedChange change, OwnerState state)
    {
        // The address may have another holder by now, or the alias by which the policy allows it be another's.
        if ((plan.OwnerId is { } id && id != state.OwnerId) || (state.Owner != plan.Owner && state.Name != plan.Owner))
        {
            return Outcome(change, ChangeStatus.Stale, ApplyTexts.Stale);
        }

        bool needsApproval = change.NeedsApproval || NeedsApproval(change);
        if (needsApproval && !run.Options.IsApproved && !IsInForce(change, state))
        {
            return Outcome(change, ChangeStatus.Postponed, ApplyTexts.NeedsApproval);
        }

        if (change.Action == ChangeAction.CreateAccount)
        {
            return Settlement.HasFolder(change, state) ? null : Outcome(change, ChangeStatus.Stale, ApplyTexts.Stale);
        }

        ChangeStatus? status = Settlement.Of(change, state, OwesMail(change));
        bool isDated = change.Reason == ChangeReason.Ended || (change.After?.Expiry is { } end && end != change.Before?.Expiry);
        return status is { } known ? Outcome(change, known, known == ChangeStatus.Stale ? ApplyTexts.Stale : null)
            : isDated && run.State.WrongClock is { } ahead ? Outcome(change, ChangeStatus.Failed, PlanTexts.Clock(ahead))
            : change.After?.Expiry <= run.State.ServerTime ? Outcome(change, ChangeStatus.Stale, ApplyTexts.EndHasPassed)
            : null;
    }

    // What is as it should be already waits for nobody.
    private bool IsInForce(PlannedChange change, OwnerState state) =>
        change.Action != ChangeAction.CreateAccount && Settlement.Of(change, state, OwesMail(change)) == ChangeStatus.DoneAlready;

    private bool OwesMail(PlannedChange change) => change.Mail && run.Options.Journal?.Owes(change) == true;

    // One request says what there is, and which of the new guests have become accounts since the plan was made.
    private async Task<OwnerState> ReadAsync(CancellationToken cancellationToken)
    {
        string address = run.Options.Policy is { } policy ? PolicyCheck.AddressOf(plan.Owner, plan.Aliases, policy) : plan.Owner;
        string[] created = [.. plan.Changes.Where(ShareChanger.IsNewGuest).Select(change => change.Grantee.Name).Distinct()];
        string[] asked = [.. created.Take(AccountLookup.BatchSize)];
        (OwnerState state, IReadOnlyDictionary<string, string?> accounts) = await run
            .Reader.ReadAsync(address, asked, cancellationToken)
            .ConfigureAwait(false);
        _changer.Learn(asked, accounts);
        return state;
    }

    // The policy may have changed since the plan was made, or the plan.
    private bool NeedsApproval(PlannedChange change) =>
        run.Options.Policy is { } policy
        && (
            change.Action == ChangeAction.CreateAccount
                ? policy.ApprovesAccounts
                : policy.Approves(change.Grantee, change.Before?.Rights, change.After?.Rights)
        );

    private async IAsyncEnumerable<ChangeOutcome> ChangeAsync(
        PlannedChange[] changes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (PlannedChange[] batch in changes.Chunk(BatchSize))
        {
            List<PlannedChange> open = [];
            foreach (PlannedChange change in batch)
            {
                if (Obstacle(change) is { } obstacle)
                {
                    yield return NotStarted(change, obstacle);
                }
                else
                {
                    open.Add(change);
                }
            }

            await BeginAsync(open, cancellationToken).ConfigureAwait(false);
            await foreach (ChangeOutcome outcome in _changer.ChangeAsync(open, cancellationToken).ConfigureAwait(false))
            {
                yield return await NotedAsync(outcome).ConfigureAwait(false);
            }
        }
    }

    private LocalizedText? Obstacle(PlannedChange change) =>
        run.State.End is { } end ? end
        : !change.Mail ? null
        : run.State.IsMailDown ? ApplyTexts.MailIsDown
        : _isMailboxFull ? ApplyTexts.MailboxIsFull
        : null;

    private async Task<ChangeOutcome> MakeAccountAsync(PlannedChange change, OwnerState state, CancellationToken cancellationToken)
    {
        bool isShared =
            _made.Contains((change.Calendar, change.Grantee))
            || state.Calendars.Any(each => each.Path == change.Calendar && each.Grants.Any(grant => grant.Grantee == change.Grantee));
        return run.State.End is { } end ? NotStarted(change, end) with { OwesAccount = isShared }
            : !isShared ? NotStarted(change, ApplyTexts.NoShare)
            : await run.Accounts.MakeAsync(change, cancellationToken).ConfigureAwait(false);
    }

    private Task BeginAsync(IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken) =>
        changes.Count > 0 && run.Options.Journal is { } journal
            ? journal.BeginAsync(run.State.Run, run.Now, changes, cancellationToken)
            : Task.CompletedTask;

    // What was done is written down even where the run was cancelled meanwhile.
    private async Task<ChangeOutcome> NotedAsync(ChangeOutcome outcome)
    {
        run.State.Note(outcome.Notification);
        string? fault = outcome.Notification?.Fault?.Code ?? outcome.FaultCode;
        _isMailboxFull |= fault is ZimbraFaultCodes.QuotaExceeded or ZimbraFaultCodes.DomainQuotaExceeded;
        if (outcome is { Status: ChangeStatus.Done, Change.Action: not ChangeAction.Remove })
        {
            _made.Add((outcome.Change.Calendar, outcome.Change.Grantee));
        }

        if (run.Options.Journal is { } journal)
        {
            await journal.EndAsync(run.State.Run, run.Now, outcome, CancellationToken.None).ConfigureAwait(false);
        }

        return outcome;
    }

    private static ChangeOutcome NotStarted(PlannedChange change, LocalizedText reason) =>
        Outcome(change, ChangeStatus.NotStarted, reason) with
        {
            IsTransient = true,
        };

    private static ChangeOutcome NotRead(PlannedChange change, OwnerState state) =>
        Outcome(change, ChangeStatus.Failed, state.Failure) with
        {
            IsTransient = state.IsTransient,
        };

    private static ChangeOutcome Outcome(PlannedChange change, ChangeStatus status, LocalizedText? reason) =>
        new()
        {
            Change = change,
            Status = status,
            Reason = reason,
        };
}
