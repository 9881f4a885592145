using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Dav;

/// <summary>An owner with one calendar that a guest reads and one that they write, and the requests of a calendar program.</summary>
internal sealed class DavWorld : IAsyncDisposable
{
    public const string Owner = "owner@monasso.org";
    public const string Guest = "adresse.orange.fr@monasso.org";
    public const string Password = "Gu3st-password";
    public const string Read = "/dav/owner@monasso.org/Read/";
    public const string Written = "/dav/owner@monasso.org/Written/";
    public const string Hidden = "/dav/owner@monasso.org/Hidden/";
    public const string Home = $"/dav/{Guest}/";
    public static readonly XNamespace D = "DAV:";
    private const string Mail = "adresse@orange.fr";

    private DavWorld(FakeZimbra zimbra) => Zimbra = zimbra;

    public FakeZimbra Zimbra { get; }

    private HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts it; the guest has the given letters on the calendar that they write.</summary>
    public static async Task<DavWorld> StartAsync(string rights = "rwidx") =>
        new(
            await FakeZimbra.StartAsync(
                seed =>
                    seed.Account(Owner, "0wner-password", account =>
                            account
                                .Calendar("/Read", calendar => calendar.Ics(Event("read-1")).ShareWithGuest(Mail, "r"))
                                .Calendar("/Written", calendar => calendar.Ics(Event("written-1")).ShareWithGuest(Mail, rights))
                                .Calendar("/Hidden", calendar => calendar.Ics(Event("hidden-1")))
                        )
                        .Account(Guest, Password, account =>
                            account
                                .Attribute("zimbraIsExternalVirtualAccount", "TRUE")
                                .Attribute("zimbraExternalUserMailAddress", Mail)
                                .Attribute("zimbraFeatureCalendarEnabled", "TRUE")
                                .Mountpoint("/Seen", Owner, "/Read")
                        ),
                cancellationToken: Cancel
            )
        );

    public static string Event(string uid, string title = "Event", string more = "") =>
        $"""
            BEGIN:VCALENDAR
            PRODID:test
            VERSION:2.0
            BEGIN:VEVENT
            UID:{uid}
            SUMMARY:{title}
            DTSTART:20300107T090000Z
            DTEND:20300107T100000Z
            DTSTAMP:20261101T000000Z
            {more}
            END:VEVENT
            END:VCALENDAR
            """.Replace("\n\nEND:VEVENT", "\nEND:VEVENT", StringComparison.Ordinal);

    public async Task<Answer> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Zimbra.ServerUri.GetLeftPart(UriPartial.Authority) + path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Guest}:{Password}"))
        );
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, method == "PUT" ? "text/calendar" : "text/xml");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage reply = await Http.SendAsync(request, Cancel);
        return new Answer(
            reply.StatusCode,
            await reply.Content.ReadAsStringAsync(Cancel),
            reply.Headers.TryGetValues("ETag", out IEnumerable<string>? etags) ? etags.Single() : null,
            reply.Headers.Location?.OriginalString
        );
    }

    public Task<Answer> FindAsync(string path, string properties, int depth = 0) =>
        SendAsync(
            "PROPFIND",
            path,
            $"<D:propfind xmlns:D='DAV:' xmlns:S='http://calendarserver.org/ns/'><D:prop>{properties}</D:prop></D:propfind>",
            ("Depth", depth.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Zimbra.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, string Text, string? Etag, string? Location)
    {
        public IEnumerable<string> Values(string name) =>
            XElement.Parse(Text).Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value.Trim());
    }
}
