using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>Writes plans, and says by which exit code.</summary>
internal static class PlanResults
{
    public static void Write(this Invocation run, SharingPlan plan, bool isMarkdown)
    {
        if (run.Results.IsJson)
        {
            run.Results.Stream.Write(stream => SavedPlan.Write(plan, stream));
        }
        else if (isMarkdown)
        {
            run.Results.Stream.WriteText(text => PlanRenderer.WriteMarkdown(plan, text, run.Language));
        }
        else
        {
            run.Results.Stream.WriteText(text => PlanRenderer.WriteText(plan, text, run.Language));
        }
    }

    /// <summary>What counts more than pending changes: a limit, a line that wants an edit, an owner who could not be read.</summary>
    public static ExitCode ExitOf(SharingPlan plan) =>
        plan.Breaches.Count > 0 ? ExitCode.Refused
        : plan.Summary.Problems > 0 || plan.Owners.Any(owner => owner.IsUnresolved) ? ExitCode.NeedsEdit
        : plan.Summary.UnknownOwners > 0 ? ExitCode.Incomplete
        : ExitCode.Done;
}
