using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>One call, what it said, and what the server held before and after.</summary>
internal sealed record CallRecord
{
    public required CallerPlan Caller { get; init; }

    public required Step Step { get; init; }

    /// <summary>Whether it belongs to the run after the trouble.</summary>
    public required bool IsQuiet { get; init; }

    /// <summary>What stood before of the grants that the call is about; for a list, of all that the scenario knows of the owner.</summary>
    public required IReadOnlyDictionary<Cell, CellState> Before { get; init; }

    /// <summary>What stood after, of the same grants.</summary>
    public required IReadOnlyDictionary<Cell, CellState> After { get; init; }

    /// <summary>The guest's accounts before, for calls about one.</summary>
    public required IReadOnlyList<GuestState> GuestsBefore { get; init; }

    /// <summary>The guest's accounts after.</summary>
    public required IReadOnlyList<GuestState> GuestsAfter { get; init; }

    /// <summary>What was said, entry by entry for lists. Empty after a crash.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    /// <summary>Whether the caller gave up while it ran.</summary>
    public required bool GaveUp { get; init; }

    /// <summary>How long it went on after that.</summary>
    public required TimeSpan WentOn { get; init; }

    /// <summary>Whether its client left the server alone for a while after too many failures, so that it could ask nothing.</summary>
    public required bool WasLeftAlone { get; init; }

    /// <summary>Whether the process died while it ran.</summary>
    public required bool Died { get; init; }

    /// <summary>Whether nothing went wrong in it: it succeeded, every request was answered, and nobody gave up or died.</summary>
    public bool IsUntroubled =>
        !GaveUp
        && !Died
        && !WasLeftAlone
        && Answers.All(answer => answer.Error is null)
        && Exchanges.All(exchange => exchange.End == ExchangeEnd.Answered);

    public override string ToString() =>
        $"{Caller}{(IsQuiet ? ", run again" : "")}: {Step.Name}{(Step.Cells.Count == 1 ? $" {Step.Cells[0]}" : "")}";
}

/// <summary>What one call, or one entry of it, said.</summary>
/// <param name="Step">The entry.</param>
/// <param name="Result">Its result; null when it failed.</param>
/// <param name="Error">Its exception; null when it succeeded.</param>
internal sealed record Answer(Step Step, object? Result, Exception? Error);

/// <summary>What the server held about an entry at one moment.</summary>
/// <param name="Grant">The grant; null for none.</param>
/// <param name="Mails">How many mails had gone to the grantee about the calendar.</param>
/// <param name="WasTold">Whether one of them announced a new share.</param>
internal sealed record CellState(GrantState? Grant, int Mails, bool WasTold)
{
    /// <summary>The grantee's id in the list of grants; null where there is no grant, and for everybody, whose id is not
    /// reported.</summary>
    public string? GranteeId { get; init; }
}
