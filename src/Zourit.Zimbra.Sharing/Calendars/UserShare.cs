using System.Diagnostics.CodeAnalysis;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A calendar shared with an account or group of the server.</summary>
public sealed record UserShare : CalendarShare
{
    /// <summary>A share made by hand, e.g. in a test of a program that shows shares.</summary>
    public UserShare() { }

    [SetsRequiredMembers]
    internal UserShare(ShareFacts facts)
        : base(facts)
    {
        Notification = facts.Result.Notification;
    }

    /// <summary>What became of the mail about the share.</summary>
    public required ShareNotification Notification { get; init; }
}
