using Microsoft.AspNetCore.Http.HttpResults;
using WebApp.Demo;
using WebApp.Sharing;

namespace WebApp.Pages;

/// <summary>The pages, what their forms do, and their style.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", HomeAsync);
        app.MapGet("/site.css", () =>
            TypedResults.Stream(typeof(PageEndpoints).Assembly.GetManifestResourceStream("site.css")!, "text/css; charset=utf-8")
        );
        app.MapGet("/language/{code}", PageLanguage.Choose);
        app.MapGet("/calendars/{calendar}", CalendarAsync);
        app.MapPost("/calendars/{calendar}/guests", GuestEndpoint.ShareAsync);
        app.MapPost("/calendars/{calendar}/public", PublicEndpoint.ShareAsync);
        app.MapPost("/calendars/{calendar}/revoke", RevokeEndpoints.RevokeAsync);
        app.MapPost("/calendars/{calendar}/restore", RevokeEndpoints.RestoreAsync);
        app.MapGet("/calendars/{calendar}/leaflet", LeafletEndpoints.LeafletAsync);
        app.MapGet("/calendars/{calendar}/profile.mobileconfig", LeafletEndpoints.ProfileAsync);
        app.MapGet("/demo/mails", (DemoMails mails) =>
            mails.IsDemo ? (IResult)Page.Of<MailsPage>((nameof(MailsPage.Mails), mails.All)) : TypedResults.NotFound()
        );
    }

    private static async Task<RazorComponentResult> HomeAsync(OwnerCalendars calendars, CancellationToken cancellationToken) =>
        Page.Of<HomePage>(
            (nameof(HomePage.Calendars), await calendars.ListAsync(cancellationToken)),
            (nameof(HomePage.Zone), await calendars.ZoneAsync(cancellationToken))
        );

    private static async Task<RazorComponentResult> CalendarAsync(
        string calendar,
        string? filter,
        int? page,
        OwnerCalendars calendars,
        CancellationToken cancellationToken
    )
    {
        OwnerCalendar read = await calendars.ReadAsync(calendar, cancellationToken);
        var search = new ShareSearch(filter, 1);
        int last = ShareSearch.Pages(search.In(read).Count);
        return Page.Of<CalendarPage>(
            (nameof(CalendarPage.Calendar), read),
            (nameof(CalendarPage.Zone), await calendars.ZoneAsync(cancellationToken)),
            (nameof(CalendarPage.Search), search with { Page = Math.Clamp(page ?? 1, 1, last) })
        );
    }
}
