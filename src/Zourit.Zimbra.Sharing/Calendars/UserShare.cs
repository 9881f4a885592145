namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A calendar shared with an account or group of the server.</summary>
public sealed record UserShare : CalendarShare
{
    /// <summary>What became of the mail about the share.</summary>
    public required ShareNotification Notification { get; init; }
}
