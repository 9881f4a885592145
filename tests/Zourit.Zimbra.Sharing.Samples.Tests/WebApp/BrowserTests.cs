using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>The page in a real browser, its scripts switched off.</summary>
public sealed class BrowserTests
{
    private const string GuestPassword = "Guest-pa55wörd";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_shares_the_guest_signs_up_and_reads_and_the_owner_revokes()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using Site site = await Site.StartAsync(Cancel);
        int calendar = site.Zimbra.FolderOf(Association.Owner, Association.Events)!.Id;
        string form = $"form[action='/calendars/{calendar}/guests']";
        Tab owner = await chromium.OpenAsync(site.Address);
        Assert.Contains("Cet agenda n'est partagé avec personne.", await owner.TextAsync(), StringComparison.Ordinal);

        site.Zimbra.Change(directory => directory.FindAccount(Association.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");
        await owner.ClickAsync($"details:has({form}) summary");
        await owner.FillAsync($"{form} [name=guest]", Association.Guest);
        await owner.FillAsync($"{form} [name=note]", "Bienvenue !");
        await owner.FollowAsync($"{form} button");
        Assert.Contains("zimbraExternalSharingEnabled", await owner.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
        site.Zimbra.Change(directory => directory.FindAccount(Association.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "TRUE");

        // What was typed is still there.
        await owner.FollowAsync($"{form} button");
        Assert.Contains("L'agenda est partagé.", await owner.TextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(Association.Identifier, await owner.TextAsync("code.identifier"));
        string ics = await owner.TextAsync("code.ics");

        await owner.FollowAsync("a.button");
        string leaflet = await owner.TextAsync();
        Assert.Contains(ics, leaflet, StringComparison.Ordinal);
        Assert.Contains(Association.Identifier, leaflet, StringComparison.Ordinal);
        Assert.Equal("fr", await owner.AttributeAsync("html", "lang"));
        string profile = await owner.AttributeAsync("a[href*='profile.mobileconfig']", "href");
        using HttpResponseMessage download = await site.Http.GetAsync(profile, Cancel);
        Assert.Equal("application/x-apple-aspen-config", download.Content.Headers.ContentType?.MediaType);
        Assert.Contains(Association.Identifier, await download.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        Uri link = Assert.Single(site.Zimbra.Outbox.To(Association.Guest)).PersonalLink!;
        Tab guest = await chromium.OpenAsync(link, scripts: true);
        Assert.Contains(Association.Guest, await guest.TextAsync(), StringComparison.Ordinal);
        await guest.FillAsync("[name=displayname]", "Adresse");
        await guest.FillAsync("[name=password]", GuestPassword);
        await guest.FillAsync("[name=password2]", GuestPassword);
        await guest.FollowAsync("button[type=submit]");
        await using ZimbraClient reader = new(site.Zimbra.ServerUri, ZimbraCredentials.Anonymous);
        Feed feed = await reader.Feeds.ReadAsync(
            IcsAddress.Parse(ics),
            new() { Credentials = new FeedCredentials(Association.Identifier, new Secret(GuestPassword)) },
            cancellationToken: Cancel
        );
        Assert.Equal("Assemblée générale", Assert.Single(feed.Events).Summary);

        await owner.GoAsync(site.Address);
        Assert.Equal(Association.Identifier, await owner.TextAsync("code.identifier"));
        await owner.FollowAsync("button.danger");
        Assert.Equal("Révoquer 1 partage ?", await owner.TextAsync("h1"));
        Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
        await owner.FollowAsync("button.danger");
        Assert.Contains("Le partage est révoqué.", await owner.TextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
        await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            reader.Feeds.ReadAsync(
                IcsAddress.Parse(ics),
                new() { Credentials = new FeedCredentials(Association.Identifier, new Secret(GuestPassword)) },
                cancellationToken: Cancel
            )
        );
    }

    [Fact]
    public async Task Started_without_settings_it_has_calendars_to_play_with_in_French_and_English()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using Site site = await Site.StartUnconfiguredAsync(Cancel);
        Tab tab = await chromium.OpenAsync(site.Address);

        Assert.Contains("Serveur d'essai", await tab.TextAsync(".demo"), StringComparison.Ordinal);
        Assert.Contains("Réservations de la salle", await tab.TextAsync(), StringComparison.Ordinal);
        await tab.FollowAsync("a[hreflang=en]");
        Assert.Equal("My shared calendars", await tab.TextAsync("h1"));
        await tab.FollowAsync("form.public button");
        Assert.Equal("Open this calendar to everybody?", await tab.TextAsync("h1"));
        await tab.FollowAsync("button.danger");
        Assert.Contains("The calendar is shared.", await tab.TextAsync("[role=status]"), StringComparison.Ordinal);
        await tab.FollowAsync("a.button");
        Assert.Equal("en", await tab.AttributeAsync("html", "lang"));
        await tab.GoAsync(new Uri(site.Address, "/demo/mails"));
        Assert.Contains("No mail has been sent yet.", await tab.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", 360, 740)]
    [InlineData("desktop", 1280, 800)]
    public async Task The_page_fits_the_window(string device, int width, int height)
    {
        await using Chromium chromium = await Chromium.StartAsync();
        await using Site site = await Site.StartUnconfiguredAsync(Cancel);
        Tab tab = await chromium.OpenAsync(site.Address);
        await tab.ClickAsync("details summary");

        Assert.Equal(0, await tab.OverflowAsync(width, height, Screenshot(device)));
    }

    // Where a folder for them is named, pictures are kept for people to look at.
    private static string? Screenshot(string device) =>
        Environment.GetEnvironmentVariable("WEBAPP_SCREENSHOTS") is { Length: > 0 } folder ? Path.Combine(folder, $"{device}.png") : null;
}
