using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebApp.Demo;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Pages;

/// <summary>
/// The page, what its forms do, and its style. Forms are bound with <see cref="FromFormAttribute"/>, which makes the antiforgery token a
/// must.
/// </summary>
internal static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", HomeAsync);
        app.MapGet("/site.css", () =>
            TypedResults.Stream(typeof(PageEndpoints).Assembly.GetManifestResourceStream("site.css")!, "text/css; charset=utf-8")
        );
        app.MapGet("/language/{code}", PageLanguage.Choose);
        app.MapPost("/calendars/{calendar}/guests", ShareWithGuestAsync);
        app.MapPost("/calendars/{calendar}/public", SharePubliclyAsync);
        app.MapPost("/calendars/{calendar}/revoke", RevokeAsync);
        app.MapGet("/calendars/{calendar}/leaflet", LeafletEndpoints.LeafletAsync);
        app.MapGet("/calendars/{calendar}/profile.mobileconfig", LeafletEndpoints.ProfileAsync);
        app.MapGet("/demo/mails", (DemoMails mails) =>
            mails.IsDemo ? (IResult)Page<MailsPage>(nameof(MailsPage.Mails), mails.All) : TypedResults.NotFound()
        );
    }

    private static async Task<RazorComponentResult> HomeAsync(OwnerCalendars calendars, CancellationToken cancellationToken) =>
        Page<HomePage>(nameof(HomePage.Calendars), await calendars.ListAsync(cancellationToken));

    private static async Task<RazorComponentResult> ShareWithGuestAsync(
        string calendar,
        [FromForm] string? guest,
        [FromForm] string? permissions,
        [FromForm] string? end,
        [FromForm] string? note,
        ZimbraClient zimbra,
        CancellationToken cancellationToken
    )
    {
        var options = new GuestShareOptions
        {
            Permissions = string.IsNullOrEmpty(permissions) ? Permissions.Viewer : Permissions.Parse(permissions),
            Expiry = End(end),
            Note = string.IsNullOrWhiteSpace(note) ? null : note,
        };
        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync(calendar, guest ?? "", options, cancellationToken);
        return Page<SharedPage>(nameof(SharedPage.Share), share);
    }

    // Takes the form, though nothing in it counts, for the sake of its token.
    private static async Task<RazorComponentResult> SharePubliclyAsync(
        string calendar,
        IFormCollection form,
        ZimbraClient zimbra,
        CancellationToken cancellationToken
    )
    {
        _ = form;
        return Page<SharedPage>(
            nameof(SharedPage.Share),
            await zimbra.Calendars.SharePubliclyAsync(calendar, cancellationToken: cancellationToken)
        );
    }

    private static async Task<RazorComponentResult> RevokeAsync(
        string calendar,
        [FromForm] string? grantee,
        ZimbraClient zimbra,
        CancellationToken cancellationToken
    )
    {
        Revocation revocation = string.IsNullOrEmpty(grantee)
            ? await zimbra.Calendars.RevokePublicAsync(calendar, cancellationToken)
            : await zimbra.Calendars.RevokeGuestAsync(calendar, grantee, cancellationToken: cancellationToken);
        return Page<RevokedPage>(nameof(RevokedPage.Revocation), revocation);
    }

    // The last day is meant whole.
    private static ShareExpiry End(string? day) =>
        string.IsNullOrEmpty(day) ? ShareExpiry.Keep
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly last)
            ? ShareExpiry.At(new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(-1))
        : throw new ArgumentException($"'{day}' is no day. Write it like 2027-06-30.");

    private static RazorComponentResult Page<TPage>(string parameter, object value)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(typeof(TPage), new Dictionary<string, object?> { [parameter] = value });
}
