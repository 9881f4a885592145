using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>iCalendar text for feeds that the fake server would not write, and reading them over HTTP.</summary>
internal static class Ics
{
    public static string Calendar(params string[] components) =>
        "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Test\r\nX-WR-CALID:39fdafba-83a9-4f4f-ac6a-f15bd80d681f:336\r\n"
        + "PRODID:Zimbra-Calendar-Provider\r\nVERSION:2.0\r\n"
        + $"METHOD:PUBLISH\r\n{string.Concat(components)}END:VCALENDAR\r\n";

    public static string Event(string uid, params string[] lines) =>
        $"BEGIN:VEVENT\r\nUID:{uid}\r\n{string.Concat(lines.Select(line => line + "\r\n"))}DTSTAMP:20270101T000000Z\r\n"
        + "SEQUENCE:0\r\nEND:VEVENT\r\n";

    public static IcsAddress Address(ScriptedServer server) => IcsAddress.Parse($"{server.Address}home/owner@monasso.org/my-events.ics");

    public static async Task<Feed> ReadAsync(string calendar, FeedReadOptions? options = null, TimeProvider? time = null)
    {
        await using var server = new ScriptedServer(Replies.Http(200, calendar, "text/calendar;charset=utf-8"));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Anonymous,
            TestClients.Options(settings => settings.TimeProvider = time ?? TimeProvider.System)
        );
        return await client.Feeds.ReadAsync(Address(server), options, cancellationToken: TestContext.Current.CancellationToken);
    }
}
