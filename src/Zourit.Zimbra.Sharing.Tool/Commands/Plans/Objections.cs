using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Tool.Commands.Shares;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>What there is against a plan: <see cref="PlanApplier.Examine"/>.</summary>
internal static class Objections
{
    /// <exception cref="ToolException">There is something.</exception>
    public static void Refuse(this Invocation run, IReadOnlyList<PlanObjection> objections)
    {
        if (objections.Count > 0)
        {
            foreach (PlanObjection objection in objections.SkipLast(1))
            {
                run.Notes.WriteLine(run.Say(objection.Text));
            }

            throw new ToolException(
                objections.Select(objection => ExitOf(objection.Code)).Aggregate(ShareResults.Worse),
                objections[^1].Text
            );
        }
    }

    private static ExitCode ExitOf(PlanObjectionCode code) =>
        code switch
        {
            PlanObjectionCode.TooOld or PlanObjectionCode.OtherServer or PlanObjectionCode.Unverified => ExitCode.Stale,
            PlanObjectionCode.NoPasswordFile or PlanObjectionCode.OtherJournal => ExitCode.Usage,
            _ => ExitCode.Refused,
        };
}
