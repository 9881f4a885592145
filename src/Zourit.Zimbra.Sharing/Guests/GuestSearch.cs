namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Which guests' accounts to look for. Without any condition: all of the server.</summary>
public sealed record GuestSearch
{
    /// <summary>Only accounts of this owner domain; an alias of it will do.</summary>
    public string? OwnerDomain { get; init; }

    /// <summary>Only accounts of the guest with this mail address, one for each owner domain.</summary>
    public string? Guest { get; init; }

    /// <summary>Only accounts with this status.</summary>
    public GuestStatus? Status { get; init; }

    /// <summary>How many accounts to fetch with each request. Default 100; 1 to 1,000.</summary>
    public int PageSize { get; init; } = 100;
}
