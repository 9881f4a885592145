using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>One thing that a review of shares found.</summary>
public sealed record ReviewFinding
{
    /// <summary>What was found.</summary>
    public required ReviewCode Code { get; init; }

    /// <summary>The same as a sentence for people; no secret is in it.</summary>
    public required LocalizedText Sentence { get; init; }

    /// <summary>What to do about it.</summary>
    public required LocalizedText Remedy { get; init; }

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>
    /// The grant it is about: calendar with path and folder id, grantee, rights, end. Null for what is about the
    /// whole account, such as <see cref="ReviewCode.NotReviewed"/>. When it was made is not known: the server keeps no date of a grant.
    /// </summary>
    public CalendarGrant? Grant { get; init; }

    /// <summary>The sentence, in English.</summary>
    public override string ToString() => Sentence.ToString();
}
