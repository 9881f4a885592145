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

        await FailsAsync(site, HttpStatusCode.NotFound, "not shared with nobody@orange.fr", $"{board}/leaflet?grantee=nobody@orange.fr");
        await FailsAsync(site, HttpStatusCode.NotFound, "not shared with the public", $"{board}/profile.mobileconfig");
        await FailsAsync(site, HttpStatusCode.NotFound, "424242", "/calendars/424242/leaflet");
        await FailsAsync(
            site,
            HttpStatusCode.Conflict,
            "share with the bare address",
            $"{board}/leaflet?grantee={Uri.EscapeDataString("Paul <paul@orange.fr>")}"
        );
        await FailsAsync(site, HttpStatusCode.NotFound, "Not Found", "/demo/mails");
    }

    [Fact]
    public async Task An_end_that_is_invalid_or_past_is_refused()
    {
        await using Site site = await Site.StartAsync(Cancel);
        string guests = $"/calendars/{FolderId(site)}/guests";

        string none = await PostAsync(site, guests, ("guest", Association.Guest), ("end", "tomorrow"));
        string past = await PostAsync(site, guests, ("guest", Association.Guest), ("end", "2001-01-01"));

        Assert.Contains("tomorrow", none, StringComparison.Ordinal);
        Assert.Contains("passée", past, StringComparison.Ordinal);
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Board));
    }

    [Fact]
    public async Task The_last_day_of_a_share_is_meant_whole()
    {
        await using Site site = await Site.StartAsync(Cancel);

        string page = await PostAsync(
            site,
            $"/calendars/{FolderId(site)}/guests",
            ("guest", Association.Guest),
            ("end", "2100-06-30"),
            ("permissions", "r")
        );

        Assert.Contains("30/06/2100", page, StringComparison.Ordinal);
        Assert.Equal(
            new DateTimeOffset(2100, 6, 30, 23, 59, 59, TimeSpan.Zero).ToUnixTimeMilliseconds(),
            Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Board)).Expiry
        );
    }

    [Fact]
    public async Task What_the_page_cannot_revoke_it_does_not_offer_to()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithAllAccounts("r").SharePublicly("r"));

        string page = await site.Http.GetStringAsync("/", Cancel);
        string revoked = await PostAsync(site, $"/calendars/{FolderId(site)}/revoke", ("grantee", ""));

        Assert.Single(RevokeButton().Matches(page));
        Assert.Contains("Le partage est retir", revoked, StringComparison.Ordinal);
        Assert.Equal("all", Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Board)).Type);
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

    private static async Task<string> PostAsync(Site site, string path, params (string Name, string Value)[] fields)
    {
        string token = Token().Match(await site.Http.GetStringAsync("/", Cancel)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("__RequestVerificationToken", token),
        ]);
        using HttpResponseMessage answer = await site.Http.PostAsync(path, form, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"danger\"")]
    private static partial Regex RevokeButton();
}
