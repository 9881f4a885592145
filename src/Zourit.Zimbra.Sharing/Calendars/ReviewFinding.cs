namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One thing that a review of shares found.</summary>
public sealed record ReviewFinding
{
    /// <summary>What was found.</summary>
    public required ReviewCode Code { get; init; }

    /// <summary>The same as a sentence for people.</summary>
    public required string Text { get; init; }

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The grant it is about, with its calendar; null for <see cref="ReviewCode.NotReviewed"/>.</summary>
    public CalendarGrant? Grant { get; init; }

    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}
