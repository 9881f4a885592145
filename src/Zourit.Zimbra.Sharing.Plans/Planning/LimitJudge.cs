using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// Judges a plan as a whole. A limit of the caller's replaces the default and the manifest's, a manifest's only lowers the default, the
/// policy's holds in any case.
/// </summary>
internal sealed class LimitJudge(LimitSettings manifest, LimitSettings policy, LimitSettings given)
{
    public int Removals(int existing) => Allowed(Default(5, 10, existing), limits => limits.Removals, existing)!.Value;

    public IReadOnlyList<LimitBreach> Judge(IReadOnlyList<OwnerPlan> owners)
    {
        int existing = owners.Sum(owner => owner.Existing);
        PlannedChange[] changes = [.. owners.SelectMany(owner => owner.Changes)];
        List<LimitBreach> breaches = [];
        Check(PlanLimit.Removals, null, changes.Count(change => change.TakesAway), Removals(existing), existing);
        foreach (IGrouping<string, OwnerPlan> domain in owners.GroupBy(owner => OwnerDomain.Of(owner.Owner)))
        {
            int all = domain.Sum(owner => owner.Existing);
            int? allowed = Allowed(Default(3, 20, all), limits => limits.RemovalsPerDomain, all);
            Check(PlanLimit.RemovalsPerDomain, domain.Key, domain.Sum(TakenAway), allowed, all);
        }

        foreach (OwnerPlan owner in owners)
        {
            int? allowed = Allowed(Default(2, 50, owner.Existing), limits => limits.RemovalsPerOwner, owner.Existing);
            Check(PlanLimit.RemovalsPerOwner, owner.Owner, TakenAway(owner), allowed, owner.Existing);
        }

        int created = changes.Count(change => change.Action == ChangeAction.Create);
        int open = changes.Count(change => change is { Action: ChangeAction.Create, Grantee.Kind: GranteeKind.Public });
        Check(PlanLimit.Creations, null, created, Allowed(null, limits => limits.Creations, existing), existing);
        Check(
            PlanLimit.Widenings,
            null,
            changes.Count(change => change.Widens),
            Allowed(null, limits => limits.Widenings, existing),
            existing
        );
        Check(PlanLimit.Mails, null, changes.Count(change => change.Mail), Allowed(null, limits => limits.Mails, existing), existing);
        Check(PlanLimit.Public, null, open, Allowed(null, limits => limits.Public, existing), existing);
        return breaches;

        void Check(PlanLimit limit, string? subject, int count, int? allowed, int of)
        {
            if (count > allowed)
            {
                breaches.Add(
                    new()
                    {
                        Limit = limit,
                        Subject = subject,
                        Count = count,
                        Allowed = allowed.Value,
                        Of = of,
                    }
                );
            }
        }
    }

    private static int TakenAway(OwnerPlan owner) => owner.Changes.Count(change => change.TakesAway);

    private static int Default(int number, int percentage, int existing) => Math.Max(number, Amount.Percent(percentage).Within(existing));

    private int? Allowed(int? otherwise, Func<LimitSettings, Amount?> limit, int existing)
    {
        int? allowed = limit(given)?.Within(existing) ?? Lower(otherwise, limit(manifest)?.Within(existing));
        return Lower(allowed, limit(policy)?.Within(existing));
    }

    private static int? Lower(int? one, int? other) => one is { } first && other is { } second ? Math.Min(first, second) : one ?? other;
}
