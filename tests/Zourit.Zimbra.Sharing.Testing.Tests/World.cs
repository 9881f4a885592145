using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Testing.Tests;

/// <summary>A fake server with an owner's calendar, and the few requests that tests of it need; no client library in between.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Owner = "owner@monasso.org";
    public const string Password = "Secret-1owner";
    public const string Guest = "adresse@orange.fr";

    private World(FakeZimbra zimbra, FakeTimeProvider clock)
    {
        Zimbra = zimbra;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = zimbra.ServerUri };
    }

    public FakeZimbra Zimbra { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<World> StartAsync(Action<FakeZimbraSeed>? seed = null, Action<FakeZimbraOptions>? options = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        var settings = new FakeZimbraOptions { TimeProvider = clock };
        options?.Invoke(settings);
        var zimbra = await FakeZimbra.StartAsync(
            seed ?? (data => data.Account(Owner, Password, account => account.DisplayName("The Owner").Calendar("/my-events"))),
            settings,
            Cancel
        );
        return new World(zimbra, clock);
    }

    public async Task<Answer> SoapAsync(string body, string? token = null, bool toAdmin = false)
    {
        var address = toAdmin ? new Uri(Zimbra.AdminUri, "service/admin/soap/") : new Uri(Zimbra.ServerUri, "service/soap/");
        var header = token is null ? "" : $"<authToken>{token}</authToken>";
        using var content = new StringContent(
            $"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header><context xmlns="urn:zimbra">{header}</context></s:Header><s:Body>{body}</s:Body></s:Envelope>""",
            Encoding.UTF8,
            "application/soap+xml"
        );
        using var reply = await Http.PostAsync(address, content, Cancel);
        return new Answer(reply.StatusCode, await reply.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<string> LogInAsync(string name = Owner, string password = Password) =>
        (await TryLogInAsync(name, password)).Single("authToken").Value;

    public Task<Answer> TryLogInAsync(string name, string password) =>
        SoapAsync(
            $"""<AuthRequest xmlns="urn:zimbraAccount"><account by="name">{name}</account><password>{password}</password></AuthRequest>"""
        );

    public async Task<string> LogInAsAdminAsync() =>
        (
            await SoapAsync(
                $"""<AuthRequest xmlns="urn:zimbraAdmin"><name>{Zimbra.AdminName}</name><password>{Zimbra.AdminPassword}</password></AuthRequest>""",
                toAdmin: true
            )
        )
            .Single("authToken")
            .Value;

    public Task<Answer> GrantAsync(string token, string grant) =>
        SoapAsync(
            $"""<FolderActionRequest xmlns="urn:zimbraMail"><action id="{FolderId}" op="grant"><grant {grant}/></action></FolderActionRequest>""",
            token
        );

    public Task<Answer> NotifyAsync(string token, params string[] addresses) =>
        SoapAsync(
            $"""<SendShareNotificationRequest xmlns="urn:zimbraMail"><item id="{FolderId}"/>{string.Concat(addresses.Select(address => $"<e a=\"{address}\"/>"))}</SendShareNotificationRequest>""",
            token
        );

    /// <summary>Shares the calendar with a guest and gives their personal link, as their mail has it.</summary>
    public async Task<Uri> InviteAsync(string guest = Guest)
    {
        var token = await LogInAsync();
        Assert.Equal(HttpStatusCode.OK, (await GrantAsync(token, $"""gt="guest" d="{guest}" perm="r" """)).Status);
        Assert.Equal(HttpStatusCode.OK, (await NotifyAsync(token, guest)).Status);
        return Zimbra.Outbox.To(guest)[^1].PersonalLink ?? throw new InvalidOperationException("The mail has no personal link.");
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? user = null, string? password = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (user is not null)
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
            );
        return await Http.SendAsync(request, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Zimbra.DisposeAsync();
    }

    public int FolderId => Zimbra.FolderOf(Owner, "/my-events")!.Id;

    /// <summary>What came back from SOAP.</summary>
    internal sealed record Answer(HttpStatusCode Status, string Text)
    {
        public string? Code => Elements("Code").LastOrDefault(code => !code.HasElements)?.Value;

        public XElement Single(string name) => Elements(name).Single();

        public IEnumerable<XElement> Elements(string name) =>
            XDocument.Parse(Text).Descendants().Where(element => element.Name.LocalName == name);
    }
}
