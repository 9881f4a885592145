using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One item of a list of shares: a calendar and a guest.</summary>
public sealed record GuestShareItem
{
    /// <summary>The calendar's path or folder id.</summary>
    public required string Calendar { get; init; }

    /// <summary>The guest's bare mail address.</summary>
    public required string Guest { get; init; }

    /// <summary>
    /// The calendar's owner; null for the client's own account. For others the client needs an administrator's credentials, or rights that
    /// the owner granted.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>Rights, end, mail; null for a reader who is mailed. Used by sharing, not by revoking.</summary>
    public GuestShareOptions? Options { get; init; }

    /// <summary>Every owner's calendar with every guest, owner by owner.</summary>
    /// <param name="owners">The owners.</param>
    /// <param name="calendar">The calendar's path, the same for each.</param>
    /// <param name="guests">The guests.</param>
    /// <param name="options">Rights, end, mail; null for readers who are mailed.</param>
    public static IEnumerable<GuestShareItem> Combine(
        IEnumerable<string> owners,
        string calendar,
        IEnumerable<string> guests,
        GuestShareOptions? options = null
    )
    {
        Argument.NotNull(owners);
        Argument.NotNull(guests);
        return owners.SelectMany(
            _ => guests,
            (owner, guest) =>
                new GuestShareItem
                {
                    Calendar = calendar,
                    Guest = guest,
                    Owner = owner,
                    Options = options,
                }
        );
    }
}
