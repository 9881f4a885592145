using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>Searches whose server always promises more, or gives more than was asked for.</summary>
[Trait("Category", "Slow")]
public sealed class EndlessPagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_page_of_the_directory_again_and_again_is_a_broken_reply()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap(
                "<SearchDirectoryResponse xmlns=\"urn:zimbraAdmin\" more=\"1\" searchTotal=\"9\"><account id=\"1\" "
                    + "name=\"a@b.c\"/></SearchDirectoryResponse>"
            )
        );
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            client.SearchDirectoryAsync(new SearchDirectoryRequest(), Token).CountAsync(Token).AsTask()
        );

        Assert.Contains("the same page", e.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 2, 5);
    }

    [Fact]
    public async Task The_same_page_of_sent_mails_again_and_again_is_a_broken_reply_and_no_more_are_read_than_were_asked_for()
    {
        string hits = string.Concat(Enumerable.Range(0, 1_000).Select(at => $"<m id=\"{at}\"/>"));
        await using var server = ScriptedServer.Soap(request =>
            Replies.Soap(
                $"<BatchResponse "
                    + $"xmlns=\"urn:zimbra\">{(request.Body.Contains("GetMsgRequest", StringComparison.Ordinal)
            ? string.Concat(Enumerable.Range(0, request.Body.Split("<GetMsgRequest").Length - 1).Select(at => $"<GetMsgResponse "
                + $"xmlns=\"urn:zimbraMail\"><m id=\"{at}\"/></GetMsgResponse>"))
            : $"<SearchResponse xmlns=\"urn:zimbraMail\" more=\"1\">{hits}</SearchResponse>")}</BatchResponse>"
            )
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            client.Invitations.FindAllAsync(new() { Guest = "a@b.fr" }, Token).CountAsync(Token).AsTask()
        );

        Assert.Contains("the same page", e.Message, StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.InRange(request.Body.Split("<GetMsgRequest").Length - 1, 0, 10));
    }

    [Fact]
    public async Task The_outcomes_of_a_large_batch_are_found_at_once()
    {
        NoOpRequest[] requests = [.. Enumerable.Range(0, 50_000).Select(_ => new NoOpRequest())];
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap(
                $"<BatchResponse "
                    + $"xmlns=\"urn:zimbra\">{string.Concat(Enumerable.Repeat(Replies.NoOp, requests.Length))}</BatchResponse>"
            )
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        await Cost.OfAsync("a large batch", async () =>
        {
            BatchResponse response = await client.SendAsync(new BatchRequest(requests), Token);
            Assert.All(requests, request => Assert.Same(request, response.OutcomeOf(request).Request));
        });
    }
}
