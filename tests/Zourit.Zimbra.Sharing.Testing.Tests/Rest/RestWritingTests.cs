using System.Net.Http.Headers;
using System.Text;
using Zourit.Zimbra.Sharing.Testing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Rest;

/// <summary>What calendar programs send to an ICS address when somebody writes into it, as seen with Thunderbird.</summary>
public sealed class RestWritingTests
{
    private const string Event =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:put-1\r\nDTSTART:20300203T100000Z\r\nDTEND:20300203T110000Z\r\n"
        + "SUMMARY:Put\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Theory]
    [InlineData("PUT", "Calendar.ics", "", "", 401)]
    [InlineData("PUT", "Calendar.ics", "bob@example.test", "r", 404)]
    [InlineData("PUT", "Calendar.ics", "bob@example.test", "rwidx", 404)]
    [InlineData("PUT", "Calendar.ics", "alice@example.test", "", 404)]
    [InlineData("POST", "Calendar.ics", "bob@example.test", "r", 404)]
    [InlineData("PUT", "Calendar", "bob@example.test", "r", 500)]
    [InlineData("PUT", "Calendar", "bob@example.test", "rwidx", 200)]
    [InlineData("PUT", "Calendar", "alice@example.test", "", 200)]
    [InlineData("PUT", "Calendar/event.ics", "alice@example.test", "", 501)]
    public async Task An_address_with_a_suffix_cannot_be_written_to(string method, string path, string user, string rights, int status)
    {
        await using var session = await FakeSession.StartAsync();
        await GrantAsync(session, rights);

        Assert.Equal(status, await WriteAsync(session, method, path, user));

        Assert.Equal(status == 200 ? 1 : 0, session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items.Count);
    }

    private static async Task GrantAsync(FakeSession session, string rights)
    {
        string alice = await session.AliceAsync();
        string grant = rights.Length == 0 ? "gt='usr' d='carol@example.test' perm='r'" : $"gt='usr' d='bob@example.test' perm='{rights}'";
        await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant {grant}/></action></FolderActionRequest>"
        );
    }

    private static async Task<int> WriteAsync(FakeSession session, string method, string path, string user)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(session.Zimbra.ServerUri, $"/home/alice@example.test/{path}")
        );
        request.Content = new StringContent(Event, Encoding.UTF8, "text/calendar");
        if (user.Length > 0)
        {
            byte[] name = Encoding.UTF8.GetBytes($"{user}:Secret-1{user.Split('@')[0]}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(name));
        }

        using var client = new HttpClient();
        using HttpResponseMessage reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)reply.StatusCode;
    }
}
