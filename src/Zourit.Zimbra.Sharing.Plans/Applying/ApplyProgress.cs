namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>How far a run is.</summary>
public sealed record ApplyProgress
{
    /// <summary>How many changes the plan has for this run.</summary>
    public required int Changes { get; init; }

    /// <summary>Of how many of them it is known what became of them.</summary>
    public required int Settled { get; init; }

    /// <summary>How many owners have changes.</summary>
    public required int Owners { get; init; }

    /// <summary>How many of them are finished.</summary>
    public required int OwnersDone { get; init; }

    /// <summary>How many changes failed, or are uncertain.</summary>
    public required int Failed { get; init; }

    /// <summary>How many mails the server sent.</summary>
    public required int MailsSent { get; init; }

    /// <summary>How long the run has been at it.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Settled and all changes.</summary>
    public override string ToString() => $"{Settled} of {Changes}";
}
