using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What a run leaves to the next that prunes by record (<see cref="PlanOptions.Record"/>).</summary>
public static class RunRecord
{
    /// <summary>The record of a run: what its manifest names, and what an earlier record named and the run did not remove.</summary>
    /// <param name="manifest">The manifest that was applied.</param>
    /// <param name="earlier">The record that it was planned with; null for none.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="outcomes">What became of the plan's removals; other changes do not matter.</param>
    /// <returns>A manifest to write (<see cref="Manifest.Write"/>).</returns>
    public static Manifest Of(Manifest manifest, Manifest? earlier, SharingPlan plan, IEnumerable<ChangeOutcome> outcomes)
    {
        Argument.NotNull(manifest);
        Argument.NotNull(plan);
        Argument.NotNull(outcomes);
        HashSet<(string, FolderPath?, PlanGrantee)> named = [.. manifest.Shares.Select(Key)];
        HashSet<string> removed = [.. outcomes.Where(IsDone).Select(outcome => outcome.Change.Id)];
        Dictionary<string, OwnerPlan> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (OwnerPlan owner in plan.Owners)
        {
            foreach (string address in owner.Aliases.Prepend(owner.Owner))
            {
                owners[address] = owner;
            }
        }

        DesiredShare[] open =
        [
            .. (earlier?.Shares ?? [])
                .Where(share => !share.IsAbsent && !named.Contains(Key(share)) && !named.Contains(Key(share with { Calendar = null })))
                .Where(share => !IsSettled(share, owners, removed)),
        ];
        return new(manifest.Source)
        {
            TimeZone = manifest.TimeZone ?? earlier?.TimeZone,
            Scope = manifest.Scope,
            Keep = manifest.Keep,
            Limits = manifest.Limits,
            Leavers = manifest.Leavers,
            Shares = [.. manifest.Shares, .. open],
        };
    }

    private static (string, FolderPath?, PlanGrantee) Key(DesiredShare share) => (share.Owner, share.Calendar, share.Grantee);

    private static bool IsDone(ChangeOutcome outcome) => outcome.Status is ChangeStatus.Done or ChangeStatus.DoneAlready;

    // Where an owner was read and pruned, what is not removed is not there, or not to be removed.
    private static bool IsSettled(DesiredShare share, Dictionary<string, OwnerPlan> owners, HashSet<string> removed) =>
        owners.TryGetValue(share.Owner, out OwnerPlan? owner)
        && owner is { Failure: null, Problems.Count: 0, Warnings.Count: 0 }
        && owner
            .Changes.Where(change => change.Action == ChangeAction.Remove && change.Grantee == share.Grantee)
            .Where(change => share.Calendar is null || change.Calendar == share.Calendar)
            .All(change => removed.Contains(change.Id));
}
