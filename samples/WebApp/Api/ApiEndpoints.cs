using WebApp.Sharing;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Api;

/// <summary>What the page does, for programs.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").AddEndpointFilter(AntiforgeryEndpoint.ValidateAsync);
        api.MapGet("/antiforgery", AntiforgeryEndpoint.Issue);
        api.MapGet("/calendars", ListAsync);
        api.MapPost("/calendars/{calendar}/guests", ShareWithGuestAsync);
        api.MapDelete("/calendars/{calendar}/guests/{guest}", RevokeGuestAsync);
        api.MapPut("/calendars/{calendar}/public", SharePubliclyAsync);
        api.MapDelete("/calendars/{calendar}/public", RevokePublicAsync);
    }

    private static async Task<IReadOnlyList<ApiCalendar>> ListAsync(OwnerCalendars calendars, CancellationToken cancellationToken) =>
        [.. (await calendars.ListAsync(cancellationToken)).Select(ApiAnswers.Of)];

    private static async Task<ApiShare> ShareWithGuestAsync(
        string calendar,
        ApiGuest asked,
        ZimbraClient zimbra,
        ChangeCount changes,
        CancellationToken cancellationToken
    ) =>
        ApiAnswers.Of(
            changes.Count(
                await zimbra.Calendars.ShareWithGuestAsync(
                    calendar,
                    asked.Guest ?? throw new ArgumentException("The body has no \"guest\": give the guest's mail address."),
                    new GuestShareOptions
                    {
                        Permissions = asked.Permissions is { } letters ? Permissions.Parse(letters) : Permissions.Viewer,
                        Expiry = asked.Expiry is { } end ? ShareExpiry.At(end) : ShareExpiry.Keep,
                        Notify = asked.Notify ?? true,
                        Note = asked.Note,
                    },
                    cancellationToken
                )
            )
        );

    private static async Task<ApiRevocation> RevokeGuestAsync(
        string calendar,
        string guest,
        ZimbraClient zimbra,
        ChangeCount changes,
        CancellationToken cancellationToken
    ) => ApiAnswers.Of(changes.Count(await zimbra.Calendars.RevokeGuestAsync(calendar, guest, cancellationToken: cancellationToken)));

    private static async Task<ApiShare> SharePubliclyAsync(
        string calendar,
        ZimbraClient zimbra,
        ChangeCount changes,
        CancellationToken cancellationToken
    ) => ApiAnswers.Of(changes.Count(await zimbra.Calendars.SharePubliclyAsync(calendar, cancellationToken: cancellationToken)));

    private static async Task<ApiRevocation> RevokePublicAsync(
        string calendar,
        ZimbraClient zimbra,
        ChangeCount changes,
        CancellationToken cancellationToken
    ) => ApiAnswers.Of(changes.Count(await zimbra.Calendars.RevokePublicAsync(calendar, cancellationToken)));
}
