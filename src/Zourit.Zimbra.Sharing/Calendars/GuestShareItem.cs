using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One share of a list: a calendar and a guest.</summary>
public sealed record GuestShareItem : ShareItem
{
    /// <summary>The guest's bare mail address.</summary>
    public required string Guest { get; init; }

    /// <summary>Rights, end, mail; null for a reader who is mailed. Used by sharing, not by revoking.</summary>
    public GuestShareOptions? Options { get; init; }

    internal override string? Missing => base.Missing ?? (Guest is null ? nameof(Guest) : null);

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

    internal override string Revoke => nameof(CalendarClient.RevokeGuestAsync);

    internal override DesiredGrant Desire() => (Options ?? new GuestShareOptions()).For(GuestAddress.ParseArgument(Guest, Parameter));

    // A grant may be stored as "Name <address>", and is named so by who copies it from a list.
    internal override string ToRevoke() => GuestAddress.ParseArgument(GrantSearch.Bare(Guest), Parameter).Value;
}
