using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>Compares what a call said, and what it left, with what the server held before and after it.</summary>
internal sealed class CallChecks(Scenario scenario, Findings findings)
{
    // Cancelled calls end within a second; twice that is left to a busy machine.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

    private readonly IReadOnlySet<Cell> _contested = scenario.Contested;
    private readonly AnswerChecks _answers = new(scenario, findings);

    public void Check(CallRecord call)
    {
        foreach ((Cell cell, Step step) in Ledger.Entries(call.Step))
        {
            // What another caller does to the same grant meanwhile is not this call's.
            if (!_contested.Contains(cell))
            {
                CheckState(call, cell, step);
            }
        }

        foreach (Answer answer in call.Answers)
        {
            _answers.Check(call, answer);
        }

        if (call.WentOn > LongestEnd)
        {
            findings.Add(Counter.Hangs, $"{call}: went on for {call.WentOn.TotalSeconds:0.0} s after it was given up.");
        }

        if (call.IsQuiet && call.Answers.FirstOrDefault(answer => answer.Error is not null && call.Step is not GuessStep) is { Error: { } error })
        {
            findings.Add(Counter.UnresolvedAfterRerun, $"{call}: {Errors.Describe(error)}");
        }
    }

    private void CheckState(CallRecord call, Cell cell, Step step)
    {
        (CellState before, CellState after) = (call.Before[cell], call.After[cell]);
        GrantState? wanted = Wishes.After(step, before.Grant);
        if (after.Grant != before.Grant && after.Grant != wanted)
        {
            Counter counter = after.Grant is null ? Counter.LostGrants : wanted is null ? Counter.StrayGrants : Counter.WrongOutcomes;
            findings.Add(counter, $"{call}: {cell} stood as {Shown(before.Grant)}, was to be {Shown(wanted)}, and is {Shown(after.Grant)}.");
        }

        int sent = after.Mails - before.Mails;
        int most = Wishes.Mails(step, before);
        for (int more = most; more < sent; more++)
        {
            findings.Add(Counter.DuplicateMails, $"{call}: {sent} mails left about {cell}, {most} were asked for.");
        }
    }

    internal static string Shown(GrantState? grant) => grant?.ToString() ?? "none";
}
