namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Counts a plan.</summary>
internal static class PlanCount
{
    public static PlanSummary Of(IReadOnlyList<OwnerPlan> owners, IReadOnlyList<PlannedLeaver> leavers, int takenAwayLimit)
    {
        PlannedChange[] changes = [.. owners.SelectMany(owner => owner.Changes)];
        return new()
        {
            Created = changes.Count(change => change.Action == ChangeAction.Create),
            Changed = changes.Count(change => change.Action == ChangeAction.Change),
            Removed = changes.Count(change => change.Action == ChangeAction.Remove),
            Mails = changes.Count(change => change.Mail),
            Accounts = changes.Count(change => change.Action == ChangeAction.CreateAccount),
            EndedAccounts = leavers.Count(leaver => leaver.Action != LeaverAction.Keep),
            TakenAway = changes.Count(change => change.TakesAway),
            TakenAwayLimit = takenAwayLimit,
            Existing = owners.Sum(owner => owner.Existing),
            Unchanged = owners.Sum(owner => owner.Unchanged),
            UnknownOwners = owners.Count(owner => owner.Failure is not null),
            Problems = owners.Sum(owner => owner.Problems.Count),
            Postponed = changes.Count(change => change.NeedsApproval),
        };
    }
}
