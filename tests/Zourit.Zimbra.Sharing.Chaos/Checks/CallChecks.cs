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
    private readonly AccountChecks _accounts = new(findings);
    private readonly ListChecks _lists = new(scenario, findings);

    public void Check(CallRecord call)
    {
        foreach ((Cell cell, Step step) in Ledger.Entries(call.Step))
        {
            if (_contested.Contains(cell))
            {
                CheckContested(call, cell);
            }
            else
            {
                CheckState(call, cell, step);
                CheckMails(call, cell, step);
            }
        }

        if (call.Step is StandingAccountStep account)
        {
            _accounts.CheckState(call, account);
        }

        CheckEntries(call);
        _lists.Check(call);
        foreach (Answer answer in call.Answers)
        {
            _answers.Check(call, answer);
        }

        if (call.WentOn > LongestEnd)
        {
            findings.Add(Counter.Hangs, $"{call}: went on for {call.WentOn.TotalSeconds:0.0} s after it was given up.");
        }

        if (
            call.IsQuiet
            && call.Answers.FirstOrDefault(answer => answer.Error is not null && call.Step is not GuessStep) is { Error: { } error }
        )
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
            Counter counter =
                after.Grant is null ? Counter.LostGrants
                : wanted is null ? Counter.StrayGrants
                : Counter.WrongOutcomes;
            findings.Add(
                counter,
                $"{call}: {cell} stood as {Shown(before.Grant)}, was to be {Shown(wanted)}, and is {Shown(after.Grant)}."
            );
        }
    }

    /// <summary>
    /// What another caller does to the same grant meanwhile is not this call's; but both want the same, and neither takes it back.
    /// </summary>
    private void CheckContested(CallRecord call, Cell cell)
    {
        (GrantState? before, GrantState? after) = (call.Before[cell].Grant, call.After[cell].Grant);
        if (!Wishes.MayStand(scenario, cell, after, wasMade: before == Wishes.InTheEnd(scenario, cell)))
        {
            findings.Add(
                after is null ? Counter.LostGrants : Counter.WrongOutcomes,
                $"{call}: {cell} stood as {Shown(before)}, and is {Shown(after)}."
            );
        }
    }

    /// <summary>As many mails as were due, and no fewer where nothing went wrong.</summary>
    private void CheckMails(CallRecord call, Cell cell, Step step)
    {
        (CellState before, CellState after) = (call.Before[cell], call.After[cell]);
        int sent = after.Mails - before.Mails;
        int due = Wishes.Mails(step, before);
        for (int more = due; more < sent; more++)
        {
            findings.Add(Counter.DuplicateMails, $"{call}: {sent} mails left about {cell}, {due} were asked for.");
        }

        if (sent < due && (call.IsQuiet || call.IsUntroubled))
        {
            findings.Add(Counter.MissingMails, $"{call}: a mail about {cell} was asked for, nothing went wrong, and none left.");
        }
    }

    /// <summary>A list gives each of its entries once, unless its caller, an exception or a death ended it.</summary>
    private void CheckEntries(CallRecord call)
    {
        if (call.Step is not (ShareAllStep or RevokeAllStep or TogetherStep))
        {
            return;
        }

        bool wasEnded =
            call.Died || call.GaveUp || call.Answers.Any(answer => answer.Step is ShareAllStep or RevokeAllStep or TogetherStep);
        foreach ((Cell cell, Step entry) in Ledger.Entries(call.Step))
        {
            int told = call.Answers.Count(answer => ReferenceEquals(answer.Step, entry));
            if (told > 1 || (told == 0 && !wasEnded))
            {
                findings.Add(Counter.WrongOutcomes, $"{call}: {told} outcomes were reported of {cell}.");
            }
        }
    }

    internal static string Shown(GrantState? grant) => grant?.ToString() ?? "none";
}
