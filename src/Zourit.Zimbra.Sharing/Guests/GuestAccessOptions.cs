namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Which of a guest's shares to list.</summary>
public sealed record GuestAccessOptions
{
    /// <summary>Only those of owners of this domain, an alias of it will do; null for all of the server.</summary>
    public string? OwnerDomain { get; init; }
}
