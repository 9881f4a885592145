using Microsoft.AspNetCore.Http.HttpResults;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing;
using Zourit.Zimbra.Sharing.Calendars;

namespace WebApp.Pages;

/// <summary>Opens a calendar to everybody, once that was confirmed.</summary>
internal static class PublicEndpoint
{
    public static async Task<RazorComponentResult> ShareAsync(
        string calendar,
        IFormCollection form,
        HttpContext context,
        ZimbraClient zimbra,
        OwnerCalendars calendars,
        ChangeCount changes,
        CancellationToken cancellationToken
    )
    {
        if (!form.ContainsKey("confirmed"))
        {
            Words said = PageLanguage.Of(context);
            OwnerCalendar asked = await calendars.ReadAsync(calendar, cancellationToken);
            return Page.Of<ConfirmPage>(
                (nameof(ConfirmPage.Question), said.ConfirmPublic),
                (nameof(ConfirmPage.Effect), said.PublicEffect),
                (nameof(ConfirmPage.Names), (string[])[asked.DisplayName(said)]),
                (nameof(ConfirmPage.Yes), said.ConfirmOpen),
                (nameof(ConfirmPage.Action), $"{Routes.Calendar(calendar)}/public"),
                (nameof(ConfirmPage.BackTo), "/")
            );
        }

        PublicShare share = changes.Count(await zimbra.Calendars.SharePubliclyAsync(calendar, cancellationToken: cancellationToken));
        return Page.Of<SharedPage>(
            (nameof(SharedPage.Share), share),
            (nameof(SharedPage.Zone), await calendars.ZoneAsync(cancellationToken))
        );
    }
}
