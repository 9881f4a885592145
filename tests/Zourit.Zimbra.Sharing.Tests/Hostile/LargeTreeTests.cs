using System.Text;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// A mailbox of 100,000 folders, which an honest server may have: side by side, and below one another as far as the limit for nesting
/// allows.
/// </summary>
[Collection(nameof(HostileTests))]
[Trait("Category", "Slow")]
public sealed class LargeTreeTests
{
    private const int Folders = 100_000;

    private const string Info =
        "<GetInfoResponse xmlns=\"urn:zimbraAccount\"><version>10</version><id>u</id><name>owner@monasso.org</name>"
        + "<rest>https://mail1.example.net/home/owner@monasso.org</rest></GetInfoResponse>";
    private const string Grants = "<acl><grant gt=\"guest\" perm=\"r\" zid=\"adresse@orange.fr\"/></acl>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shares_of_a_wide_tree_are_listed()
    {
        string tree = Wide();
        await using ScriptedServer server = Mailbox(tree);
        await using ZimbraClient client = TestClients.WithToken(server);
        int shares = 0;

        long allocated = await Cost.OfAsync($"listing the shares of a tree of {tree.Length:N0} B", async () =>
        {
            await foreach (CalendarGrant grant in client.Calendars.ListSharesAsync(cancellationToken: Token))
            {
                shares++;
            }
        });

        Assert.Equal(Folders / 10, shares);
        Assert.True(allocated < 900_000_000, $"{allocated:N0} bytes were allocated");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_reported_with_the_nearest_ones()
    {
        string tree = Wide();
        await using var server = ScriptedServer.Soap(request =>
            Replies.Soap(
                request.Body.Contains("calender-70", StringComparison.Ordinal)
                    ? $"<BatchResponse xmlns=\"urn:zimbra\">{Missing}<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder id=\"1\" "
                        + $"absFolderPath=\"/\"/></GetFolderResponse>{Info}</BatchResponse>"
                    : $"<BatchResponse xmlns=\"urn:zimbra\"><GetFolderResponse xmlns=\"urn:zimbraMail\">{tree}</GetFolderResponse>"
                        + $"{Info}</BatchResponse>"
            )
        );
        await using ZimbraClient client = TestClients.WithToken(server);
        ZimbraFaultException refusal = null!;

        long allocated = await Cost.OfAsync("a missing folder", async () =>
            refusal = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
                client.Calendars.SharePubliclyAsync("/calender-70", cancellationToken: Token)
            )
        );

        Assert.Contains("'/calendar-70'", refusal.Message, StringComparison.Ordinal);
        Assert.True(allocated < 900_000_000, $"{allocated:N0} bytes were allocated");
    }

    [Fact]
    public async Task A_deep_tree_is_listed_as_far_as_the_limit_allows_and_says_which_limit_beyond()
    {
        const int depth = 2_000;
        var tree = new StringBuilder();
        var path = new StringBuilder();
        for (int at = 0; at < depth; at++)
        {
            path.Append("/d");
            tree.Append($"<folder id=\"{at}\" f=\"i\" view=\"appointment\" name=\"d\" absFolderPath=\"{path}\">{Grants}");
        }

        tree.Append(string.Concat(Enumerable.Repeat("</folder>", depth)));
        await using ScriptedServer server = Mailbox(tree.ToString());
        await using ZimbraClient patient = TestClients.WithToken(server, options => options.MaxReplyDepth = 2048);
        await using ZimbraClient client = TestClients.WithToken(server);

        long allocated = await Cost.OfAsync($"a tree of {depth} levels, {tree.Length:N0} B", async () =>
            Assert.Equal(depth, await patient.Calendars.ListSharesAsync(cancellationToken: Token).CountAsync(Token))
        );
        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            client.Calendars.ListSharesAsync(cancellationToken: Token).CountAsync(Token).AsTask()
        );

        Assert.Contains("MaxReplyDepth", e.Message, StringComparison.Ordinal);
        Assert.True(allocated < 800_000_000, $"{allocated:N0} bytes were allocated");
    }

    private static string Missing =>
        "<soap:Fault "
        + "xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code>"
        + "<soap:Reason><soap:Text>no such folder</soap:Text></soap:Reason><soap:Detail><Error "
        + "xmlns=\"urn:zimbra\"><Code>mail.NO_SUCH_FOLDER</Code></Error></soap:Detail>"
        + "</soap:Fault>";

    private static ScriptedServer Mailbox(string tree) =>
        ScriptedServer.Soap(_ =>
            Replies.Soap(
                $"<BatchResponse xmlns=\"urn:zimbra\"><GetFolderResponse "
                    + $"xmlns=\"urn:zimbraMail\">{tree}</GetFolderResponse>{Info}</BatchResponse>"
            )
        );

    // As large as the server writes them: every tenth is a calendar that is shared.
    private static string Wide()
    {
        var tree = new StringBuilder(
            "<folder id=\"1\" name=\"USER_ROOT\" absFolderPath=\"/\" uuid=\"39fdafba-83a9-4f4f-ac6a-f15bd80d681f\">"
        );
        for (int at = 0; at < Folders; at++)
        {
            bool isCalendar = at % 10 == 0;
            tree.Append(
                $"<folder id=\"{at + 300}\" name=\"{(isCalendar ? "calendar" : "folder")}-{at}\" "
                    + $"absFolderPath=\"/{(isCalendar ? "calendar" : "folder")}-{at}\" "
                    + "uuid=\"39fdafba-83a9-4f4f-ac6a-f15bd80d681f\" l=\"1\" luuid=\"39fdafba-83a9-4f4f-ac6a-f15bd80d681f\" "
                    + $"view=\"{(isCalendar ? "appointment" : "message")}\" f=\"{(isCalendar ? "i#" : "")}\" rev=\"1\" ms=\"7\" n=\"0\" "
                    + $"s=\"0\" i4ms=\"7\" i4next=\"3\" "
                    + $"deletable=\"1\" activesyncdisabled=\"0\">{(isCalendar ? Grants : "")}</folder>"
            );
        }

        return tree.Append("</folder>").ToString();
    }
}
