namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A program that uses the library: who it is to the server, what it does in which order, and when its process dies.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="Login">Who it is to the server.</param>
/// <param name="Account">The account's name; empty for nobody in particular.</param>
/// <param name="Steps">What it does. After a crash it does all of it again.</param>
internal sealed record CallerPlan(int Number, LoginKind Login, string Account, IReadOnlyList<Step> Steps)
{
    /// <summary>The deaths of its first, second, … process; the one after the last lives on.</summary>
    public IReadOnlyList<Interruption> Crashes { get; init; } = [];

    /// <summary>How far this caller's machine is ahead of the server's clock; negative for behind.</summary>
    public TimeSpan ClockAhead { get; init; }

    /// <summary>How often the client repeats.</summary>
    public int MaxRetries { get; init; }

    /// <summary>From how many failed requests on the client leaves the server alone; 0 for never.</summary>
    public int BreakAfterRequests { get; init; }

    public override string ToString() => $"caller {Number} ({Login}{(Account.Length == 0 ? "" : " " + Account)})";
}
