using System.Net;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.SignUp;

public sealed partial class SignUpTests
{
    private const string Identifier = "adresse.orange.fr@monasso.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_link_is_an_error_page_of_the_container()
    {
        await using var world = await World.StartAsync();
        var link = (await world.InviteAsync()).AbsoluteUri;

        using var changed = await world.Http.GetAsync(new Uri(link[..^1] + (link[^1] == '0' ? '1' : '0')), Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, changed.StatusCode);
        Assert.Contains("hmac failure", await changed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("displayname=G&password=", "account.INVALID_PASSWORD")]
    [InlineData("displayname=G&password=12345", "account.INVALID_PASSWORD")]
    public async Task A_refused_password_leaves_no_account(string form, string code)
    {
        await using var world = await World.StartAsync();
        var link = await world.InviteAsync();

        using var page = await PostAsync(world, link, form);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(code, await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Null(world.Zimbra.GuestOf(World.Guest, "monasso.org"));
    }

    [Fact]
    public async Task While_the_share_is_not_published_none_exists()
    {
        await using var world = await World.StartAsync(options: options => options.PublicationLag = TimeSpan.FromSeconds(5));
        var link = await world.InviteAsync();

        using var early = await PostAsync(world, link, "displayname=G&password=Guest-Pass1");
        Assert.Contains("account.NO_SHARE_EXISTS", await early.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromSeconds(6));
        using var later = await PostAsync(world, link, "displayname=G&password=Guest-Pass1");
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task The_form_in_the_page_leads_to_an_account_that_reads_the_calendar()
    {
        await using var world = await World.StartAsync();
        var link = await world.InviteAsync();

        using var page = await world.Http.GetAsync(link, Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        var form = Form().Match(html);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["displayname", "password", "password2"], Input().Matches(html).Select(input => input.Groups["name"].Value));
        using var request = new HttpRequestMessage(
            new HttpMethod(form.Groups["method"].Value.ToUpperInvariant()),
            new Uri(link, form.Groups["action"].Value)
        )
        {
            Content = new FormUrlEncodedContent([
                new("displayname", "Adrésse & Co"),
                new("password", "Guest-Pass1"),
                new("password2", "Guest-Pass1"),
            ]),
        };
        request.Headers.TryAddWithoutValidation("Cookie", page.Headers.GetValues("Set-Cookie").Single());
        using var done = await world.Http.SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.Redirect, new Uri(world.Zimbra.ServerUri, "/")), (done.StatusCode, done.Headers.Location));
        Assert.Contains(done.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ZM_AUTH_TOKEN=0_", StringComparison.Ordinal));
        var guest = world.Zimbra.GuestOf(World.Guest, "monasso.org")!;
        Assert.Equal(
            (Identifier, "Adrésse & Co", "TRUE"),
            (guest.Name, guest.Attributes["displayName"], guest.Attributes["zimbraFeatureCalendarEnabled"])
        );
        Assert.NotNull(world.Zimbra.FolderOf(Identifier, "/The Owner’s my-events"));
        using var calendar = await world.GetAsync("/home/owner@monasso.org/my-events.ics", Identifier, "Guest-Pass1");
        Assert.Equal(HttpStatusCode.OK, calendar.StatusCode);
        using var again = await world.Http.GetAsync(link, Cancel);
        Assert.Contains("name=\"username\"", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_without_shares_is_closed_by_the_daily_task_and_deleted_a_month_later()
    {
        await using var world = await World.StartAsync();
        using var done = await PostAsync(world, await world.InviteAsync(), "displayname=G&password=Guest-Pass1");
        var token = await world.LogInAsync();
        var folder = world.Zimbra.FolderOf(World.Owner, "/my-events")!.Id;
        await world.SoapAsync(
            $"""<FolderActionRequest xmlns="urn:zimbraMail"><action id="{folder}" op="!grant" zid="{World.Guest}"/></FolderActionRequest>""",
            token
        );

        Assert.Equal("active", world.Zimbra.GuestOf(World.Guest, "monasso.org")!.Status);
        world.Zimbra.RunDailyTask();
        Assert.Equal("closed", world.Zimbra.GuestOf(World.Guest, "monasso.org")!.Status);
        world.Clock.Advance(TimeSpan.FromDays(31));
        world.Zimbra.RunDailyTask();
        Assert.Null(world.Zimbra.GuestOf(World.Guest, "monasso.org"));
    }

    private static async Task<HttpResponseMessage> PostAsync(World world, Uri link, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/service/extuserprov/")
        {
            Content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        request.Headers.TryAddWithoutValidation("Cookie", "ZM_PRELIM_AUTH_TOKEN=" + link.Query[3..]);
        return await world.Http.SendAsync(request, Cancel);
    }

    [GeneratedRegex("""<form action="(?<action>[^"]*)" method="(?<method>\w+)" """)]
    private static partial Regex Form();

    [GeneratedRegex("""<input name="(?<name>\w+)" """)]
    private static partial Regex Input();
}
