using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Judges a plan before anything of it is done; it may have been saved, and changed by somebody meanwhile.</summary>
internal sealed class PlanExamination(SharingPlan plan, Uri server, ApplyOptions options)
{
    public IEnumerable<PlanObjection> Objections()
    {
        if (plan.Server is { } other && other != server)
        {
            yield return Of(PlanObjectionCode.OtherServer, ApplyTexts.OtherServer(other, server));
        }

        if (plan.IsDirectoryOnly || plan.Changes.Any(change => change.IsUnverified))
        {
            yield return Of(PlanObjectionCode.Unverified, ApplyTexts.DirectoryOnly);
        }

        // A plan from the future would never be too old.
        TimeSpan age = options.TimeProvider.GetUtcNow() - plan.CreatedAt;
        if (age.Duration() > options.MaxAge)
        {
            yield return Of(
                PlanObjectionCode.TooOld,
                age > TimeSpan.Zero ? ApplyTexts.TooOld(plan.CreatedAt) : ApplyTexts.Future(plan.CreatedAt)
            );
        }

        foreach (LocalizedText breach in Breaches().Select(breach => breach.Text))
        {
            yield return Of(PlanObjectionCode.Limit, breach);
        }

        foreach (LocalizedText refusal in plan.Owners.SelectMany(owner => owner.Changes.SelectMany(change => Refusals(owner, change))))
        {
            yield return Of(PlanObjectionCode.Policy, refusal);
        }

        if (plan.Leavers != LeaverMode.Revoke && options.Policy is { AllowsAccounts: false })
        {
            yield return Of(PlanObjectionCode.Policy, ApplyTexts.RefusedByPolicy(PolicyTexts.Accounts));
        }

        if (options.Passwords is null && plan.Changes.Any(change => change.Action == ChangeAction.CreateAccount))
        {
            yield return Of(PlanObjectionCode.NoPasswordFile, ApplyTexts.NoPasswordFile);
        }

        if (options.Journal?.Server is { } journal && journal != server.OriginalString)
        {
            yield return Of(PlanObjectionCode.OtherJournal, ApplyTexts.OtherJournal(journal));
        }
    }

    // That a manifest was empty is seen by nobody but the planner.
    private IEnumerable<LimitBreach> Breaches() =>
        new LimitJudge(plan.Limits, options.Policy?.Limits ?? new(), plan.RaisedLimits).Judge(plan.Owners).Concat(plan.Breaches).Distinct();

    // An alias that allows it is one of the manifest's: the owner is read by it, and must be the same account.
    private IEnumerable<LocalizedText> Refusals(OwnerPlan owner, PlannedChange change)
    {
        if (options.Policy is not { } policy || change.Action == ChangeAction.Remove)
        {
            return [];
        }

        bool makesAccount = change.Action == ChangeAction.CreateAccount;
        string address = PolicyCheck.AddressOf(change.Owner, owner.Aliases, policy);
        var asked = new PolicyQuery(address, change.Grantee, change.After?.Rights, change.Note is not null, makesAccount);
        return PolicyCheck.Refusals(asked, policy).Select(refusal => ApplyTexts.RefusedByPolicy(refusal.Text, change));
    }

    private static PlanObjection Of(PlanObjectionCode code, LocalizedText text) => new() { Code = code, Text = text };
}
