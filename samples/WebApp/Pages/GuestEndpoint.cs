using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebApp.Failures;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Pages;

/// <summary>
/// Shares with a guest. The form is bound with <see cref="FromFormAttribute"/>, which makes the antiforgery token a must; where the share
/// comes to nothing, the form comes back as it was typed.
/// </summary>
internal static class GuestEndpoint
{
    public static async Task<RazorComponentResult> ShareAsync(
        string calendar,
        [FromForm] string? guest,
        [FromForm] string? permissions,
        [FromForm] string? end,
        [FromForm] string? note,
        HttpContext context,
        ZimbraClient zimbra,
        OwnerCalendars calendars,
        TimeProvider clock,
        ChangeCount changes,
        CancellationToken cancellationToken
    )
    {
        Words said = PageLanguage.Of(context);
        var input = new GuestFormInput
        {
            Guest = guest,
            Permissions = permissions,
            End = end,
            Note = note,
        };
        try
        {
            OwnerZone zone = await calendars.ZoneAsync(cancellationToken);
            if (EndProblem(end, zone, clock, said) is { } problem)
            {
                return Again(calendar, input with { Faulty = "end", Problem = problem }, StatusCodes.Status400BadRequest);
            }

            var options = new GuestShareOptions
            {
                Permissions = string.IsNullOrEmpty(permissions) ? Permissions.Viewer : Permissions.Parse(permissions),
                Expiry = Day(end) is { } last ? zone.EndOf(last) : ShareExpiry.Keep,
                Note = string.IsNullOrWhiteSpace(note) ? null : note,
            };
            GuestShare share = changes.Count(
                await zimbra.Calendars.ShareWithGuestAsync(calendar, guest?.Trim() ?? "", options, cancellationToken)
            );
            return Page.Of<SharedPage>((nameof(SharedPage.Share), share), (nameof(SharedPage.Zone), zone));
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException && Failure.Of(e, said) is { } failure)
        {
            string? faulty = e is ZimbraGuestAddressException or ArgumentException { ParamName: "guest" } ? "guest" : null;
            return Again(calendar, input with { Faulty = faulty, Problem = failure.Message }, failure.Status);
        }
    }

    private static string? EndProblem(string? end, OwnerZone zone, TimeProvider clock, Words said) =>
        string.IsNullOrEmpty(end) ? null
        : Day(end) is not { } day ? said.NoDay.With(end)
        : day < zone.Today(clock) ? said.PastDay.With(said.Day(day))
        : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        && day < DateOnly.MaxValue
            ? day
            : null;

    private static RazorComponentResult Again(string calendar, GuestFormInput input, int status)
    {
        RazorComponentResult page = Page.Of<GuestFormPage>(
            (nameof(GuestFormPage.Calendar), calendar),
            (nameof(GuestFormPage.Input), input)
        );
        page.StatusCode = status;
        return page;
    }
}
