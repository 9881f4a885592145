using WebApp.Sharing;
using Zourit.Zimbra.Sharing.Calendars;

namespace WebApp.Api;

/// <summary>The library's results as the API tells them.</summary>
internal static class ApiAnswers
{
    public static ApiCalendar Of(OwnerCalendar calendar) =>
        new(calendar.Id, calendar.Name, calendar.Path, calendar.IsPublic, [.. calendar.Shares.Select(Of)]);

    public static ApiShare Of(GuestShare share) =>
        Of((CalendarShare)share) with
        {
            GuestIdentifier = share.GuestIdentifier?.Value,
            UserName = share.Login.UserName,
            Notification = share.Notification.Status,
            NotificationReason = share.Notification.Reason?.ToString(),
        };

    public static ApiShare Of(CalendarShare share) =>
        new(
            share.Outcome,
            share.Grantee.Name,
            share.Permissions.Letters,
            share.EffectiveExpiry,
            share.IcsAddress.ToString(),
            null,
            null,
            null,
            null,
            [.. share.Warnings.Select(warning => warning.Text.ToString())]
        );

    public static ApiRevocation Of(Revocation revocation) =>
        new(
            revocation.Outcome,
            [.. revocation.Grantees.Select(grantee => grantee.Name ?? grantee.Id ?? grantee.Type.ToString())],
            [.. revocation.Warnings.Select(warning => warning.Text.ToString())]
        );

    private static ApiGrant Of(CalendarGrant grant) =>
        new(
            grant.Grantee.Type,
            grant.Grantee.Name ?? grant.Grantee.Id,
            grant.Permissions.Letters,
            grant.EffectiveExpiry,
            grant.IsExpired,
            grant.GuestIdentifier?.Value,
            grant.IcsAddress.ToString()
        );
}
