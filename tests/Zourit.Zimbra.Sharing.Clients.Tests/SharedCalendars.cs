using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Clients.Tests;

/// <summary>
/// A fake server with an association's four calendars: one that a guest with an account reads, one that they write, one for a guest with a
/// grant password, and a public one.
/// </summary>
internal sealed class SharedCalendars : IAsyncDisposable
{
    public const string Owner = "moncompte@monasso.org";
    public const string Identifier = "adresse.orange.fr@monasso.org";
    public const string Password = "Gu3st-password";
    public const string GrantGuest = "marie@example.com";
    public const string GrantPassword = "Gr4nt-password";
    public const string Read = "/Événements de l'asso";
    public const string Written = "/Atelier";
    public const string ForGrantGuest = "/Bureau";
    public const string Public = "/Agenda public";
    private const string Guest = "adresse@orange.fr";

    private SharedCalendars(FakeZimbra server)
    {
        Server = server;
        Client = new ZimbraClient(server.ServerUri, ZimbraCredentials.Anonymous);
    }

    public static DateTimeOffset From { get; } = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset To { get; } = new(2027, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public FakeZimbra Server { get; }

    public string Root => Server.ServerUri.GetLeftPart(UriPartial.Authority);

    private ZimbraClient Client { get; }

    public static async Task<SharedCalendars> StartAsync(CancellationToken cancellationToken) =>
        new(
            await FakeZimbra.StartAsync(
                seed =>
                    seed.Account(Owner, "0wner-password", account =>
                            account
                                .DisplayName("Mon Asso")
                                .Attribute("zimbraPrefTimeZoneId", "Europe/Paris")
                                .Calendar(Read, calendar => calendar.Ics(EventFiles.Varied("lu")).ShareWithGuest(Guest, "r"))
                                .Calendar(Written, calendar => calendar.Ics(EventFiles.Single).ShareWithGuest(Guest, "rwidx"))
                                .Calendar(ForGrantGuest, calendar =>
                                    calendar
                                        .Ics(EventFiles.Varied("bureau"))
                                        .ShareWithGuest(GrantGuest, "r", new() { Password = GrantPassword })
                                )
                                .Calendar(Public, calendar => calendar.Ics(EventFiles.Varied("public")).SharePublicly("r"))
                        )
                        .Account(Identifier, Password, account =>
                            account
                                .Attribute("zimbraIsExternalVirtualAccount", "TRUE")
                                .Attribute("zimbraExternalUserMailAddress", Guest)
                                .Attribute("zimbraFeatureCalendarEnabled", "TRUE")
                                .Mountpoint("/Événements de l'asso", Owner, Read)
                                .Mountpoint("/Atelier de Mon Asso", Owner, Written)
                        ),
                cancellationToken: cancellationToken
            )
        );

    /// <summary>The address of a calendar as a feed.</summary>
    public IcsAddress Feed(string calendar) => IcsAddress.FromRestRoot($"{Root}/home/{Owner}", FolderPath.Parse(calendar));

    /// <summary>The address of a calendar for CalDAV, below its owner's, or of a file in it.</summary>
    public Uri CalDav(string calendar, string file = "") => new($"{Root}/dav/{Uri.EscapeDataString(Owner)}/{Escape(calendar[1..])}/{file}");

    /// <summary>The events as the library reads them.</summary>
    public async Task<IReadOnlyList<ReadEvent>> ReadAsync(
        string calendar,
        FeedCredentials? credentials,
        CancellationToken cancellationToken
    )
    {
        Feed feed = await Client.Feeds.ReadAsync(
            Feed(calendar),
            new FeedReadOptions
            {
                Credentials = credentials,
                From = From,
                To = To,
                LocalTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
            },
            cancellationToken
        );
        Assert.Empty(feed.Problems);
        return ReadEvent.Sorted(feed.Events.Select(ReadEvent.Of));
    }

    /// <summary>What a calendar holds on the server.</summary>
    public IReadOnlyList<CalendarItem> ItemsOf(string calendar) => Server.FolderOf(Owner, calendar)!.Items;

    /// <summary>Puts an event as the guest, and gives the status.</summary>
    public Task<int> PutAsync(string calendar, string uid, string text, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, CalDav(calendar, $"{uid}.ics"), text, cancellationToken);

    /// <summary>Deletes an event as the guest, and gives the status.</summary>
    public Task<int> DeleteAsync(string calendar, string uid, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, CalDav(calendar, $"{uid}.ics"), text: null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<int> SendAsync(HttpMethod method, Uri address, string? text, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Identifier}:{Password}")));
        request.Content = text is null ? null : new StringContent(text, Encoding.UTF8, "text/calendar");
        using HttpResponseMessage reply = await http.SendAsync(request, cancellationToken);
        return (int)reply.StatusCode;
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
