using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What is known of a grantee's account.</summary>
internal sealed record GranteeAccount
{
    /// <summary>
    /// The guest has none. Two guests may have the same identifier: where the account is another's, this one has none either
    /// (docs/protocol.md §6.1).
    /// </summary>
    public bool IsMissing { get; init; }

    /// <summary><c>zimbraAccountStatus</c>; null where there is no account, or it cannot be known.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it is an external virtual account, which may be granted rights as a user too.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Why it cannot be known; null where it can.</summary>
    public LocalizedText? Refusal { get; init; }
}
