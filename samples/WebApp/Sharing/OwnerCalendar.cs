using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Sharing;

/// <summary>A calendar of the owner with its shares.</summary>
public sealed record OwnerCalendar(string Id, string Name, string Path, IReadOnlyList<CalendarGrant> Shares)
{
    public bool IsPublic => Shares.Any(share => share is { Grantee.Type: GranteeType.Public, IsExpired: false });
}
