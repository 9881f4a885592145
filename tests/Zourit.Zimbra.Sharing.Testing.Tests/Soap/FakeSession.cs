using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>A fake of one's own, spoken to over HTTP as any client would.</summary>
internal sealed class FakeSession : IAsyncDisposable
{
    private static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";

    private FakeSession(FakeZimbra zimbra) => Zimbra = zimbra;

    public FakeZimbra Zimbra { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FakeSession> StartAsync(FakeZimbraOptions? options = null) =>
        new(await FakeZimbra.StartRecordedAsync(options, cancellationToken: Cancel));

    public string Id(string account) => Zimbra.Directory.FindAccount(account)!.Id;

    public async Task<string> LogInAsync(string name, string password) =>
        Token(
            await AskAsync(
                null,
                $"<AuthRequest xmlns='urn:zimbraAccount'><account "
                    + $"by='name'>{name}</account><password>{password}</password></AuthRequest>"
            )
        );

    public Task<string> AliceAsync() => LogInAsync("alice@example.test", "Secret-1alice");

    public Task<string> BobAsync() => LogInAsync("bob@example.test", "Secret-1bob");

    public async Task<string> AdminAsync() =>
        Token(
            await AskAsync(
                null,
                $"<AuthRequest "
                    + $"xmlns='urn:zimbraAdmin'><name>{Zimbra.AdminName}</name><password>{Zimbra.AdminPassword}</password></AuthRequest>",
                toAdmin: true
            )
        );

    /// <summary>The response element, or the fault.</summary>
    public async Task<XElement> AskAsync(string? token, string request, bool toAdmin = false, string context = "") =>
        (await EnvelopeAsync(token, request, toAdmin, context)).Element(Soap + "Body")!.Elements().Single();

    private async Task<XElement> EnvelopeAsync(string? token, string request, bool toAdmin, string context)
    {
        string credentials = token is null ? "" : $"<authToken>{token}</authToken>";
        string envelope =
            $"<s:Envelope xmlns:s='{Soap}'><s:Header><context "
            + $"xmlns='urn:zimbra'>{credentials}{context}</context></s:Header><s:Body>{request}</s:Body></s:Envelope>";
        using var content = new StringContent(envelope, Encoding.UTF8, "application/soap+xml");
        Uri address = toAdmin ? new Uri(Zimbra.AdminUri, "service/admin/soap/") : new Uri(Zimbra.ServerUri, "service/soap/");
        using HttpResponseMessage response = await Http.PostAsync(address, content, Cancel);
        return XElement.Parse(await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Grants a guest read access to one of the caller's folders.</summary>
    public Task<XElement> GrantAsync(string token, string folder, string guest, string context = "") =>
        AskAsync(token, Grant(folder, guest), context: context);

    public static string Grant(string folder, string guest) =>
        $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{folder}' op='grant'><grant gt='guest' d='{guest}' perm='r'/>"
        + "</action></FolderActionRequest>";

    /// <summary>The change number of the caller's mailbox, from the header of an answer that reads a folder.</summary>
    public async Task<int> ChangeNumberAsync(string token, string folder)
    {
        XElement header = await EnvelopeAsync(
            token,
            $"<GetFolderRequest xmlns='urn:zimbraMail'><folder l='{folder}'/></GetFolderRequest>",
            toAdmin: false,
            ""
        );
        return (int)header.Descendants().Single(element => element.Name.LocalName == "change").Attribute("token")!;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? user = null, string? password = null, HttpMethod? method = null)
    {
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(
            method ?? HttpMethod.Get,
            new Uri(Zimbra.ServerUri.GetLeftPart(UriPartial.Authority) + path, exact)
        );
        request.Headers.Authorization = user is null
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return await Http.SendAsync(request, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Zimbra.DisposeAsync();
    }

    private static string Token(XElement response) => response.Elements().Single(child => child.Name.LocalName == "authToken").Value;
}
