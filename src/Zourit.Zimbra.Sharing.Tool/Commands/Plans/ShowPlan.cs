using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary><see cref="SavedPlan.ReadAsync"/> and <see cref="PlanRenderer"/>. It asks no server.</summary>
internal sealed class ShowPlan : ToolCommand
{
    private readonly TextArgument _plan = new("PLAN", Sentence.Of($"a saved plan", $"un plan enregistré"));
    private readonly Flag _markdown = MarkdownFlag.New();

    public ShowPlan()
        : base(
            "show",
            Sentence.Of($"Show a saved plan, offline.", $"Montrer un plan enregistré, hors ligne."),
            "show shares.plan --markdown"
        )
    {
        Add(_plan);
        Add(_markdown);
    }

    public override bool WritesPlans => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        SharingPlan plan = run.ValueOf(await SavedPlan.ReadAsync(run[_plan], options: null, cancellationToken));
        run.Write(plan, run[_markdown]);
        return PlanResults.ExitOf(plan);
    }
}
