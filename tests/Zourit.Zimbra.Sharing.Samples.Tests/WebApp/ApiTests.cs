using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

public sealed class ApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bad_settings_stop_the_site_at_its_start_and_are_named()
    {
        await using SampleProcess process = Site.StartProcess(("Zimbra__ServerUri", "https://mail1.example.net"));

        SampleProcess.Result end = await process.EndAsync(Cancel);

        Assert.NotEqual(0, end.ExitCode);
        Assert.Contains("Zimbra:Account is missing", end.Output + end.Errors, StringComparison.Ordinal);
        Assert.Contains("Zimbra:Password is missing", end.Output + end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_under_a_foreign_host_name_are_refused()
    {
        await using Site site = await Site.StartAsync(Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/calendars") { Headers = { Host = "rebound.example" } };

        using HttpResponseMessage answer = await site.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(site.Zimbra.Journal.Entries);
    }

    [Fact]
    public async Task Whatever_has_an_effect_needs_the_antiforgery_token()
    {
        await using Site site = await Site.StartAsync(Cancel);
        string events = $"/api/calendars/{FolderId(site, Association.Events)}";
        using var body = new StringContent($$"""{ "guest": "{{Association.Guest}}" }""", Encoding.UTF8, "application/json");

        HttpResponseMessage[] answers =
        [
            await site.Http.PostAsync($"{events}/guests", body, Cancel),
            await site.Http.PutAsync($"{events}/public", null, Cancel),
            await site.Http.DeleteAsync($"{events}/public", Cancel),
            await site.Http.DeleteAsync($"{events}/guests/{Association.Guest}", Cancel),
            await site.Http.PostAsync($"{events[4..]}/guests", new FormUrlEncodedContent([new("guest", Association.Guest)]), Cancel),
            await site.Http.PostAsync($"{events[4..]}/public", new FormUrlEncodedContent([new("any", "1")]), Cancel),
            await site.Http.PostAsync($"{events[4..]}/revoke", new FormUrlEncodedContent([new("grantee", "")]), Cancel),
            await site.Http.PostAsync($"{events[4..]}/restore", new FormUrlEncodedContent([new("share", "Public|r||")]), Cancel),
        ];

        foreach (HttpResponseMessage answer in answers)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            string said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
            Assert.Matches("antiforgery token|Ce formulaire n'est plus valable", said);
            answer.Dispose();
        }

        Assert.Empty(site.Zimbra.Journal.Entries);
    }

    [Fact]
    public async Task Bad_requests_are_answered_with_the_reason()
    {
        await using Site site = await Site.StartAsync(Cancel);
        await TakeTokenAsync(site);
        string events = $"/api/calendars/{FolderId(site, Association.Events)}/guests";

        await RefusedAsync(site, HttpStatusCode.BadRequest, "adresse.orange.fr", events, """{ "guest": "adresse.orange.fr" }""");
        await RefusedAsync(site, HttpStatusCode.BadRequest, "Paul <paul@orange.fr>", events, """{ "guest": "Paul <paul@orange.fr>" }""");
        await RefusedAsync(site, HttpStatusCode.BadRequest, "guest", events, "{}");
        await RefusedAsync(site, HttpStatusCode.BadRequest, "JSON", events, "{ guest");
        await RefusedAsync(site, HttpStatusCode.BadRequest, "q", events, $$"""{ "guest": "{{Association.Guest}}", "permissions": "q" }""");
        await RefusedAsync(
            site,
            HttpStatusCode.BadRequest,
            "past",
            events,
            $$"""{ "guest": "{{Association.Guest}}", "expiry": "2001-01-01T00:00:00Z" }"""
        );
        await RefusedAsync(
            site,
            HttpStatusCode.NotFound,
            "424242",
            "/api/calendars/424242/guests",
            $$"""{ "guest": "{{Association.Guest}}" }"""
        );
        await RefusedAsync(site, HttpStatusCode.NotFound, "Not Found", "/api/nothing", "{}");
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
        Assert.Empty(site.Zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task What_a_policy_forbids_is_answered_with_403_and_its_attribute()
    {
        await using Site site = await Site.StartAsync(Cancel);
        site.Zimbra.Change(directory => directory.FindAccount(Association.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");
        await TakeTokenAsync(site);

        await RefusedAsync(
            site,
            HttpStatusCode.Forbidden,
            "zimbraExternalSharingEnabled",
            $"/api/calendars/{FolderId(site, Association.Events)}/guests",
            $$"""{ "guest": "{{Association.Guest}}" }"""
        );
    }

    [Fact]
    public async Task A_server_that_is_gone_is_reported()
    {
        await using Site site = await Site.StartAsync(Cancel);
        await site.Zimbra.DisposeAsync();

        using HttpResponseMessage answer = await site.Http.GetAsync("/api/calendars", Cancel);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable });
        Assert.Contains("127.0.0.1", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using HttpResponseMessage page = await site.Http.GetAsync("/", Cancel);
        Assert.Equal(answer.StatusCode, page.StatusCode);
        Assert.Contains("role=\"alert\"", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_failed_is_reported_beside_the_share_that_exists()
    {
        await using Site site = await Site.StartAsync(Cancel);
        await TakeTokenAsync(site);

        JsonElement share = await SendAsync(
            site,
            HttpMethod.Post,
            $"/api/calendars/{FolderId(site, Association.Events)}/guests",
            """{ "guest": "reject@orange.fr" }"""
        );

        Assert.Equal("Created", share.GetProperty("outcome").GetString());
        Assert.Equal("Failed", share.GetProperty("notification").GetString());
        Assert.Contains("mail.SEND_", share.GetProperty("notificationReason").GetString(), StringComparison.Ordinal);
        Assert.Single(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
    }

    [Fact]
    public async Task Calendars_are_listed_shared_and_revoked()
    {
        await using Site site = await Site.StartAsync(Cancel);
        await TakeTokenAsync(site);
        string events = $"/api/calendars/{FolderId(site, Association.Events)}";

        JsonElement share = await SendAsync(
            site,
            HttpMethod.Post,
            $"{events}/guests",
            $$"""{ "guest": "{{Association.Guest}}", "permissions": "rwidx", "expiry": "2100-06-30T00:00:00Z", "note": "Bienvenue" }"""
        );
        JsonElement again = await SendAsync(
            site,
            HttpMethod.Post,
            $"{events}/guests",
            $$"""{ "guest": "{{Association.Guest}}", "permissions": "rwidx" }"""
        );
        JsonElement open = await SendAsync(site, HttpMethod.Put, $"{events}/public");
        JsonElement listed = await site.Http.GetFromJsonAsync<JsonElement>("/api/calendars", Cancel);
        JsonElement revoked = await SendAsync(site, HttpMethod.Delete, $"{events}/guests/{Association.Guest}");
        JsonElement gone = await SendAsync(site, HttpMethod.Delete, $"{events}/guests/{Association.Guest}");
        JsonElement closed = await SendAsync(site, HttpMethod.Delete, $"{events}/public");

        Assert.Equal(("Created", "Sent"), (share.GetProperty("outcome").GetString(), share.GetProperty("notification").GetString()));
        Assert.Equal(Association.Identifier, share.GetProperty("guestIdentifier").GetString());
        Assert.Equal("Unchanged", again.GetProperty("outcome").GetString());
        Assert.Contains("Bienvenue", Assert.Single(site.Zimbra.Outbox.To(Association.Guest)).Text, StringComparison.Ordinal);
        Assert.Equal("Created", open.GetProperty("outcome").GetString());
        JsonElement calendar = listed.EnumerateArray().Single(each => each.GetProperty("path").GetString() == Association.Events);
        Assert.True(calendar.GetProperty("isPublic").GetBoolean());
        JsonElement guest = calendar.GetProperty("shares").EnumerateArray().Single(each => each.GetProperty("type").GetString() == "Guest");
        Assert.Equal(
            (Association.Guest, "rwidx"),
            (guest.GetProperty("grantee").GetString(), guest.GetProperty("permissions").GetString())
        );
        Assert.Equal(new DateTimeOffset(2100, 6, 30, 0, 0, 0, TimeSpan.Zero), guest.GetProperty("expiry").GetDateTimeOffset());
        Assert.Contains(listed.EnumerateArray(), each =>
            each.GetProperty("path").GetString() == Association.Board && each.GetProperty("shares").GetArrayLength() == 0
        );
        Assert.Equal("Removed", revoked.GetProperty("outcome").GetString());
        Assert.Equal("NotThere", gone.GetProperty("outcome").GetString());
        Assert.Equal("Removed", closed.GetProperty("outcome").GetString());
        Assert.Empty(site.Zimbra.GrantsOf(Association.Owner, Association.Events));
    }

    private static int FolderId(Site site, string path) =>
        site.Zimbra.FolderOf(Association.Owner, path) is MailFolder folder ? folder.Id : throw new ArgumentException(path, nameof(path));

    private static async Task TakeTokenAsync(Site site)
    {
        JsonElement token = await site.Http.GetFromJsonAsync<JsonElement>("/api/antiforgery", Cancel);
        site.Http.DefaultRequestHeaders.Add(token.GetProperty("headerName").GetString()!, token.GetProperty("token").GetString());
    }

    private static async Task RefusedAsync(Site site, HttpStatusCode status, string said, string path, string body)
    {
        using HttpResponseMessage answer = await site.Http.PostAsync(
            path,
            new StringContent(body, Encoding.UTF8, "application/json"),
            Cancel
        );
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == status, $"{body} was answered with {answer.StatusCode}: {text}");
        JsonElement error = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((int)status, error.GetProperty("status").GetInt32());
        Assert.Contains(said, error.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> SendAsync(Site site, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage answer = await site.Http.SendAsync(request, Cancel);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
