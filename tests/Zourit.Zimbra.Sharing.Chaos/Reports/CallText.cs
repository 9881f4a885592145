using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Reports;

/// <summary>A call in a few lines, to follow what happened in a seed.</summary>
internal static class CallText
{
    public static string Of(CallRecord call) => string.Join(Environment.NewLine, Lines(call));

    private static IEnumerable<string> Lines(CallRecord call)
    {
        yield return $"{call}{(call.GaveUp ? " (gave up)" : "")}{(call.Died ? " (died)" : "")}";
        IEnumerable<string> sent = call.Exchanges.Select(exchange =>
            $"{exchange.Operation} {exchange.End}{(exchange.MayStillRun ? " (may still run)" : "")}"
        );
        yield return $"    sent {string.Join(", ", sent)}";
        foreach (Cell cell in call.Step.Cells)
        {
            (CellState before, CellState after) = (call.Before[cell], call.After[cell]);
            yield return $"    {cell}: {CallChecks.Shown(before.Grant)} -> {CallChecks.Shown(after.Grant)}, {after.Mails - before.Mails} "
                + $"mails{(after.WasTold ? ", told" : "")}";
        }

        if (call.Step is AccountStep)
        {
            yield return $"    accounts: {string.Join(", ", call.GuestsBefore)} -> {string.Join(", ", call.GuestsAfter)}";
        }

        foreach (Answer answer in call.Answers)
        {
            yield return $"    {answer.Step.Name}{(answer.Step.Cells is [var cell] ? $" {cell}" : "")}: "
                + $"{(answer.Error is { } error ? Errors.Describe(error) : answer.Result)}";
        }
    }
}
