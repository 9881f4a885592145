namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A calendar that anybody can read without signing in. Nobody is mailed about it.</summary>
public sealed record PublicShare : CalendarShare;
