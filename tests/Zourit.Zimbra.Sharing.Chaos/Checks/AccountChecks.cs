using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Guests;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>Compares what is said of the accounts of guests in one caller's care, and what becomes of them, with what was asked.</summary>
internal sealed class AccountChecks(Findings findings)
{
    /// <summary>
    /// Whatever was said: the account is what it was, or what was asked for, or on the way there as the documentation says.
    /// </summary>
    public void CheckState(CallRecord call, StandingAccountStep step)
    {
        (GuestState? before, GuestState? after) = (call.GuestsBefore.SingleOrDefault(), call.GuestsAfter.SingleOrDefault());
        if (!AccountWishes.IsPartly(step, before, after, SharedAfter(call)))
        {
            Add(call, $"the account was {Shown(before)}, and is {Shown(after)}");
        }

        // The account goes last: with shares left, another attempt would no longer find whose they are.
        if (before is not null && after is null && call.Step.Cells.Any(cell => call.After[cell].Grant is not null))
        {
            Add(call, "the account is gone, and not all of its shares are");
        }
    }

    public void Check(CallRecord call, StandingAccountStep step, object result)
    {
        (GuestState? before, GuestState? after) = (call.GuestsBefore.SingleOrDefault(), call.GuestsAfter.SingleOrDefault());
        bool saysWhatIsLeft = result is GuestRepair or GuestInspection or GuestRetirement { Account: RetiredAccount.KeptForShares };
        if (!saysWhatIsLeft && !AccountWishes.IsDone(step, before, after, SharedAfter(call)))
        {
            Add(call, $"it was reported as done, and the account was {Shown(before)}, and is {Shown(after)}");
        }

        switch (result)
        {
            case GuestChange change:
                CheckAccount(call, change.Account, after);
                CheckStep(call, change.Step, before?.Status != after?.Status);
                break;
            case GuestPasswordReset reset:
                CheckAccount(call, reset.Account, after);
                if (reset.Password.Reveal() != after?.Password)
                {
                    Add(call, "the password that was told is not the account's");
                }

                break;
            case GuestRepair repair:
                CheckRepair(call, step, repair, before, after);
                break;
            case GuestInspection inspection:
                CheckAccount(call, inspection.Account, after);
                CheckProblems(call, inspection.Problems, after!, SharedAfter(call));
                break;
            case GuestRetirement retirement:
                CheckRetirement(call, (RetireStep)step, retirement, before);
                break;
        }
    }

    /// <summary>
    /// An exception that says that nothing was changed. Repairing and retiring take many steps, and it says nothing of those before the one
    /// that failed.
    /// </summary>
    public void CheckNothingDone(CallRecord call, StandingAccountStep step, Exception error)
    {
        if (step is not (RepairStep or RetireStep) && !call.GuestsBefore.SequenceEqual(call.GuestsAfter))
        {
            Add(
                call,
                $"{Errors.Describe(error)} although the account was {Shown(call.GuestsBefore.SingleOrDefault())}, and is "
                    + $"{Shown(call.GuestsAfter.SingleOrDefault())}"
            );
        }
    }

    private void CheckRepair(CallRecord call, StandingAccountStep step, GuestRepair repair, GuestState? before, GuestState? after)
    {
        CheckAccount(call, repair.Account, after);
        CheckProblems(call, repair.Remaining, after!, SharedAfter(call));
        CheckStep(call, repair.Step, before?.Status != after?.Status || before?.ShowsCalendars != after?.ShowsCalendars);

        // One whose share was refused is reported as such; what exists is described by the remaining problems.
        if (
            repair.Mountpoints.All(mountpoint => mountpoint.Failure is null)
            && !AccountWishes.IsDone(step, before, after, SharedAfter(call))
        )
        {
            Add(call, $"it was reported as mended, and was {Shown(before)}, and is {Shown(after)}");
        }

        foreach (GuestMountpoint mountpoint in repair.Mountpoints)
        {
            string folder = $"{mountpoint.Folder.Owner}{mountpoint.Folder.Calendar.Value}";
            (bool was, bool stands) = (before?.Calendars.Contains(folder) == true, after?.Calendars.Contains(folder) == true);
            if (
                mountpoint.Step
                != (
                    stands
                        ? was
                            ? GuestStep.Unchanged
                            : GuestStep.Created
                        : GuestStep.Skipped
                )
            )
            {
                Add(
                    call,
                    $"the mountpoint of {folder} was reported as {mountpoint.Step}; it {(was ? "stood" : "was not there")}, and "
                        + $"{(stands ? "stands" : "does not stand")}"
                );
            }
        }
    }

    private void CheckProblems(CallRecord call, IReadOnlyList<GuestProblem> told, GuestState account, IReadOnlyList<string> shared)
    {
        int mounted = shared.Count(account.Calendars.Contains);
        List<GuestProblem> held = [];
        if (account.Password is null)
        {
            held.Add(GuestProblem.WithoutPassword);
        }

        if (shared.Count == 0)
        {
            held.Add(GuestProblem.NothingShared);
        }
        else
        {
            held.AddRange(account.Status == "closed" ? [GuestProblem.ClosedThoughShared] : []);
            held.AddRange(account.ShowsCalendars ? [] : [GuestProblem.CalendarFeatureOff]);
            held.AddRange(mounted == shared.Count ? [] : [mounted == 0 ? GuestProblem.NoMountpoint : GuestProblem.MissingMountpoint]);
        }

        if (!told.Order().SequenceEqual(held.Order()))
        {
            Add(call, $"the problems of {account} were reported as '{string.Join(", ", told)}', and are '{string.Join(", ", held)}'");
        }
    }

    private void CheckRetirement(CallRecord call, RetireStep step, GuestRetirement retirement, GuestState? before)
    {
        foreach (GuestRevocation revocation in retirement.Revocations)
        {
            SharedCalendar folder = revocation.Access.Folder;
            Cell? cell = step.Cells.FirstOrDefault(cell => cell.Owner == folder.Owner && cell.Calendar == folder.Calendar.Value);
            if (cell is null)
            {
                findings.Add(Counter.LostGrants, $"{call}: {folder} was reported as {revocation.Outcome}, and belongs to others.");
            }
            else if ((revocation.Outcome == GuestRevocationOutcome.Removed) != (call.After[cell].Grant is null))
            {
                findings.Add(
                    Counter.StrayGrants,
                    $"{call}: {cell} was reported as {revocation.Outcome}, and is {CallChecks.Shown(call.After[cell].Grant)}."
                );
            }
        }

        if (retirement.IsComplete && step.Cells.FirstOrDefault(cell => call.After[cell].Grant is not null) is { } left)
        {
            findings.Add(
                Counter.StrayGrants,
                $"{call}: was reported as complete, and {left} is {CallChecks.Shown(call.After[left].Grant)}."
            );
        }

        RetiredAccount due =
            before is null ? RetiredAccount.NotThere
            : step.DeletesAccount
                ? retirement.IsComplete ? RetiredAccount.Deleted
                    : RetiredAccount.KeptForShares
            : RetiredAccount.LeftToServer;
        if (retirement.Account != due)
        {
            Add(call, $"the account was reported as {retirement.Account}, and is {due}");
        }
    }

    private void CheckAccount(CallRecord call, GuestAccount told, GuestState? held)
    {
        if (
            told.Name != held?.Name
            || !string.Equals(told.Status.ToString(), held.Status, StringComparison.OrdinalIgnoreCase)
            || told.HasPassword != (held.Password is not null)
        )
        {
            Add(call, $"the account was reported as {told.Name} {told.Status}, and is {Shown(held)}");
        }
    }

    private void CheckStep(CallRecord call, GuestStep told, bool hasChanged)
    {
        if (told != (hasChanged ? GuestStep.Changed : GuestStep.Unchanged))
        {
            Add(
                call,
                $"the account was reported as {told}, and was {Shown(call.GuestsBefore.SingleOrDefault())}, and is "
                    + $"{Shown(call.GuestsAfter.SingleOrDefault())}"
            );
        }
    }

    private void Add(CallRecord call, string text) => findings.Add(Counter.WrongOutcomes, $"{call}: {text}.");

    /// <summary>What is shared with the guest after a call: nobody else touches it.</summary>
    private static IReadOnlyList<string> SharedAfter(CallRecord call) =>
        [.. call.After.Where(state => state.Value.Grant is not null).Select(state => $"{state.Key.Owner}{state.Key.Calendar}")];

    private static string Shown(GuestState? guest) => guest?.ToString() ?? "not there";
}
