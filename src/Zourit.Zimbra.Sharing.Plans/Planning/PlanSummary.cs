namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A plan in numbers.</summary>
public sealed record PlanSummary
{
    /// <summary>New shares.</summary>
    public int Created { get; init; }

    /// <summary>Changed shares.</summary>
    public int Changed { get; init; }

    /// <summary>Removed shares.</summary>
    public int Removed { get; init; }

    /// <summary>Mails.</summary>
    public int Mails { get; init; }

    /// <summary>Accounts of guests that are made, or given a calendar.</summary>
    public int Accounts { get; init; }

    /// <summary>Accounts of guests that are suspended or deleted.</summary>
    public int EndedAccounts { get; init; }

    /// <summary>Removals, narrowed rights and earlier ends.</summary>
    public int TakenAway { get; init; }

    /// <summary>How many may be taken away.</summary>
    public int TakenAwayLimit { get; init; }

    /// <summary>How many shares there are now.</summary>
    public int Existing { get; init; }

    /// <summary>Shares that remain as they are.</summary>
    public int Unchanged { get; init; }

    /// <summary>Owners of whom nothing is known.</summary>
    public int UnknownOwners { get; init; }

    /// <summary>Lines that cannot be carried out.</summary>
    public int Problems { get; init; }

    /// <summary>Changes that wait for approval.</summary>
    public int Postponed { get; init; }
}
