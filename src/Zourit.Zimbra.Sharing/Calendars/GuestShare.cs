using System.Diagnostics.CodeAnalysis;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A calendar shared with a guest.</summary>
public sealed record GuestShare : CalendarShare
{
    /// <summary>A share made by hand, e.g. in a test of a program that shows shares.</summary>
    public GuestShare() { }

    [SetsRequiredMembers]
    internal GuestShare(ShareFacts facts, GuestIdentifier? identifier, GuestLogin login)
        : base(facts)
    {
        GuestIdentifier = identifier;
        Login = login;
        Notification = facts.Result.Notification;
    }

    /// <summary>
    /// The identifier under which the guest signs in once they have an external virtual account; null when the address belongs to the
    /// server
    /// itself.
    /// </summary>
    public GuestIdentifier? GuestIdentifier { get; init; }

    /// <summary>What to type to read the calendar.</summary>
    public required GuestLogin Login { get; init; }

    /// <summary>What became of the mail with the personal link.</summary>
    public required ShareNotification Notification { get; init; }
}
