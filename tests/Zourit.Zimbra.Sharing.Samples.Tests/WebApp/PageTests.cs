using System.Net;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>What the page does where things are not as they should be; how it looks and is used is tried in a browser.</summary>
public sealed partial class PageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_cannot_add_markup_to_the_page()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithGuest("<img src=x onerror=alert(1)>@orange.fr", "r"));

        using HttpResponseMessage answer = await site.Http.GetAsync("/", Cancel);
        string page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_leaflet_of_what_is_not_shared_or_lets_nobody_in()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithGuest("Paul <paul@orange.fr>", "r"));
        string board = $"/calendars/{FolderId(site)}";

        await FailsAsync(
            site,
            HttpStatusCode.NotFound,
            "n'est pas partagé avec nobody@orange.fr",
            $"{board}/leaflet?grantee=nobody@orange.fr"
        );
        await FailsAsync(site, HttpStatusCode.NotFound, "n'est pas partagé avec tout le monde", $"{board}/profile.mobileconfig");
        await FailsAsync(site, HttpStatusCode.NotFound, "424242", "/calendars/424242/leaflet");
        await FailsAsync(
            site,
            HttpStatusCode.Conflict,
            "partagez avec la simple adresse",
            $"{board}/leaflet?grantee={Uri.EscapeDataString("Paul <paul@orange.fr>")}"
        );
        await FailsAsync(site, HttpStatusCode.NotFound, "Cette page n'existe pas.", "/demo/mails");
        foreach (string noCalendar in new[] { "1", "2", "3" })
        {
            await FailsAsync(site, HttpStatusCode.NotFound, "Cette page n'existe pas.", $"/calendars/{noCalendar}");
        }

        await FailsAsync(site, HttpStatusCode.BadRequest, "", $"/calendars/{new string('9', 29)}");
    }

    [Fact]
    public async Task It_starts_without_a_warning()
    {
        await using Site site = await Site.StartUnconfiguredAsync(Cancel);

        Assert.DoesNotContain(site.StartLog, line => line.StartsWith("warn:", StringComparison.Ordinal));
        Assert.DoesNotContain(site.StartLog, line => line.StartsWith("fail:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_keys_are_not_left_in_the_home_folder()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("webapp-home-");
        try
        {
            await using Site site = await Site.StartUnconfiguredAsync(Cancel, ("HOME", home.FullName));

            Assert.DoesNotContain(site.StartLog, line => line.StartsWith("warn:", StringComparison.Ordinal));
            Assert.Empty(home.EnumerateFiles("*.xml", SearchOption.AllDirectories));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_end_that_is_invalid_or_past_is_refused()
    {
        await using Site site = await Site.StartAsync(Cancel);
        string guests = $"/calendars/{FolderId(site)}/guests";

        string none = await site.PostAsync(guests, ("guest", Association.Guest), ("end", "tomorrow"));
        string past = await site.PostAsync(guests, ("guest", Association.Guest), ("end", "2001-01-01"));

        Assert.Contains("tomorrow", none, StringComparison.Ordinal);
        Assert.Contains("passée", past, StringComparison.Ordinal);
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Board));
    }

    [Fact]
    public async Task The_last_day_of_a_share_is_meant_whole_where_the_owner_lives()
    {
        await using Site site = await Site.StartAsync(Cancel);
        site.Zimbra.Change(directory => directory.FindAccount(Association.Owner)!.Attributes["zimbraPrefTimeZoneId"] = "Europe/Paris");

        string page = await site.PostAsync(
            $"/calendars/{FolderId(site)}/guests",
            ("guest", Association.Guest),
            ("end", "2100-06-30"),
            ("permissions", "r")
        );

        Assert.Contains("30/06/2100", page, StringComparison.Ordinal);
        Assert.Contains("30/06/2100", await site.Http.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        Assert.Equal(
            new DateTimeOffset(2100, 7, 1, 0, 0, 0, TimeSpan.FromHours(2)).ToUnixTimeMilliseconds(),
            Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Board)).Expiry
        );
    }

    [Fact]
    public async Task What_the_page_cannot_revoke_it_does_not_offer_to()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithAllAccounts("r").SharePublicly("r"));

        string page = await site.Http.GetStringAsync("/", Cancel);
        string revoked = await site.PostAsync($"/calendars/{FolderId(site)}/revoke", ("grantee", ""), ("confirmed", "yes"));

        Assert.Single(RevokeButton().Matches(page));
        Assert.Contains("Le partage est révoqu", revoked, StringComparison.Ordinal);
        Assert.Equal("all", Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Board)).Type);
    }

    [Fact]
    public async Task The_first_calendar_has_its_French_name_after_it_was_shared_too()
    {
        await using Site site = await Site.StartAsync(Cancel);

        string page = await site.PostAsync("/calendars/10/guests", ("guest", Association.Guest), ("permissions", "r"));

        Assert.Contains("<h1>Calendrier</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_with_an_account_of_the_server_is_said_to_choose_a_password()
    {
        await using Site site = await Site.StartAsync(Cancel);
        string guests = $"/calendars/{FolderId(site)}/guests";

        string colleague = await site.PostAsync(guests, ("guest", Association.Colleague), ("permissions", "r"));
        string guest = await site.PostAsync(guests, ("guest", Association.Guest), ("permissions", "r"));

        Assert.Null(site.Zimbra.Outbox.Mails[0].PersonalLink);
        Assert.Contains("Un courriel annonçant le partage est parti.", colleague, StringComparison.Ordinal);
        Assert.DoesNotContain("choisit son mot de passe", colleague, StringComparison.Ordinal);
        Assert.Contains("l'invité y choisit son mot de passe", guest, StringComparison.Ordinal);
    }

    private static int FolderId(Site site) => site.Zimbra.FolderOf(Association.Owner, Association.Board)!.Id;

    private static async Task FailsAsync(Site site, HttpStatusCode status, string said, string path)
    {
        using HttpResponseMessage answer = await site.Http.GetAsync(path, Cancel);
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.True(answer.StatusCode == status, $"{path} was answered with {answer.StatusCode}: {page}");
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex("class=\"danger\"")]
    private static partial Regex RevokeButton();
}
