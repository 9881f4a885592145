namespace WebApp.Pages;

/// <summary>Addresses within the site.</summary>
internal static class Routes
{
    public static string Leaflet(string calendar, string? grantee, Words words) => OfShare(calendar, "leaflet", grantee, words);

    public static string Profile(string calendar, string? grantee, Words words) =>
        OfShare(calendar, "profile.mobileconfig", grantee, words);

    private static string OfShare(string calendar, string what, string? grantee, Words words) =>
        $"/calendars/{Uri.EscapeDataString(calendar)}/{what}?language={words.Code}"
        + $"{(grantee is null ? "" : $"&grantee={Uri.EscapeDataString(grantee)}")}";
}
