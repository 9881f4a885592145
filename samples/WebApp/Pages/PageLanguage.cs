using System.Globalization;
using Zourit.Zimbra.Sharing.Guides;

namespace WebApp.Pages;

/// <summary>The language in which a visitor reads: French, or English once chosen.</summary>
internal static class PageLanguage
{
    private const string Cookie = "language";

    public static Words Of(HttpContext? context) => Read(context?.Request.Cookies[Cookie]);

    public static Words Read(string? code) => code == Words.English.Code ? Words.English : Words.French;

    public static IResult Choose(string code, HttpContext context)
    {
        context.Response.Cookies.Append(
            Cookie,
            Read(code).Code,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        return TypedResults.LocalRedirect("/");
    }

    public static GuideLanguage ForGuide(this Words words) => words == Words.English ? GuideLanguage.English : GuideLanguage.French;

    // The program runs without the cultures' data: both forms are written out.
    public static string Day(this Words words, DateOnly day) =>
        day.ToString(words == Words.English ? "yyyy-MM-dd" : "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
