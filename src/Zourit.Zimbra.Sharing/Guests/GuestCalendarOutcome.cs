namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What was done about one calendar of a guest.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Grant">The grant to the guest on the owner's folder.</param>
/// <param name="Mountpoint">The link to the folder in the guest's mailbox.</param>
public sealed record GuestCalendarOutcome(SharedCalendar Calendar, GuestStep Grant, GuestStep Mountpoint);
