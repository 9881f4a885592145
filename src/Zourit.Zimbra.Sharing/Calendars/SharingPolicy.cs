namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What the server's policy says about sharing an account's calendars, before anything is shared.</summary>
public sealed record SharingPolicy
{
    /// <summary>The account, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>Sharing with guests; with the guest that was asked about, where one was.</summary>
    public required PolicyVerdict Guests { get; init; }

    /// <summary>Sharing with the public.</summary>
    public required PolicyVerdict Public { get; init; }

    /// <summary>Sharing with accounts and groups of the server.</summary>
    public required PolicyVerdict Users { get; init; }

    /// <summary>Whether the guest that was asked about is an account of the server, so that the share would be a user's and
    /// <see cref="Users"/> counts; null when none was asked about or it cannot be known without an administrator.</summary>
    public bool? GuestIsInternal { get; init; }
}
