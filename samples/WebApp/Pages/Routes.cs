using WebApp.Sharing;

namespace WebApp.Pages;

/// <summary>Addresses within the site.</summary>
internal static class Routes
{
    public static string Leaflet(string calendar, string? grantee, Words words) => OfShare(calendar, "leaflet", grantee, words);

    public static string Profile(string calendar, string? grantee, Words words) =>
        OfShare(calendar, "profile.mobileconfig", grantee, words);

    /// <summary>All shares of a calendar.</summary>
    public static string Calendar(string calendar) => $"/calendars/{Uri.EscapeDataString(calendar)}";

    /// <summary>Some of the shares of a calendar.</summary>
    public static string Calendar(string calendar, ShareSearch search) =>
        $"{Calendar(calendar)}?page={search.Page}{(search.Text is { Length: > 0 } text ? $"&filter={Uri.EscapeDataString(text)}" : "")}";

    private static string OfShare(string calendar, string what, string? grantee, Words words) =>
        $"/calendars/{Uri.EscapeDataString(calendar)}/{what}?language={words.Code}"
        + $"{(grantee is null ? "" : $"&grantee={Uri.EscapeDataString(grantee)}")}";
}
