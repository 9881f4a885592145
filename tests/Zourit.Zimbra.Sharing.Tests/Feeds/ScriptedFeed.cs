using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>Reads the feed that a scripted server answers.</summary>
internal static class ScriptedFeed
{
    public const string Calendar =
        "BEGIN:VCALENDAR\r\nPRODID:Zimbra-Calendar-Provider\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n";

    public static async Task<Feed> Read(
        ScriptedServer server,
        FeedCredentials? credentials = null,
        FeedReadOptions? options = null,
        Action<ZimbraClientOptions>? configure = null,
        CancellationToken? token = null
    )
    {
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(configure));
        return await client.Feeds.ReadAsync(
            Ics.Address(server),
            (options ?? new()) with
            {
                Credentials = credentials,
            },
            cancellationToken: token ?? TestContext.Current.CancellationToken
        );
    }
}
