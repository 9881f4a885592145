using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Requests;

public sealed class BatchTests
{
    private const string Fault =
        "<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code><soap:Reason><soap:Text>no such "
        + "folder</soap:Text></soap:Reason>"
        + "<soap:Detail><Error xmlns=\"urn:zimbra\"><Code>mail.NO_SUCH_FOLDER</Code><Trace>t</Trace></Error></soap:Detail></soap:Fault>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_request_has_its_own_outcome_in_order()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "s3cret-P4ss"),
            cancellationToken: Token
        );
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password("owner@monasso.org", new Secret("s3cret-P4ss")),
            TestClients.Options()
        );
        var missing = GetFolderRequest.WithId("4711");
        var info = new GetInfoRequest();

        BatchResponse response = await client.SendAsync(new BatchRequest([missing, new NoOpRequest(), info]), Token);

        Assert.Equal(
            ["GetFolderRequest", "NoOpRequest", "GetInfoRequest"],
            response.Outcomes.Select(outcome => outcome.Request.OperationName)
        );
        Assert.Equal([false, true, true], response.Outcomes.Select(outcome => outcome.Succeeded));
        Assert.All(response.Outcomes, outcome => Assert.False(outcome.NotRun));
        Assert.Equal("owner@monasso.org", response.OutcomeOf(info).ResponseOrThrow().Name);
        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, response.FirstFault?.Code);
        ZimbraFaultException e = Assert.Throws<ZimbraFaultException>(() => response.OutcomeOf(missing).ResponseOrThrow());
        Assert.Equal("GetFolderRequest", e.Operation);
    }

    [Fact]
    public async Task After_a_fault_the_rest_of_a_stopping_batch_is_not_run_and_says_so()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "s3cret-P4ss"),
            cancellationToken: Token
        );
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password("owner@monasso.org", new Secret("s3cret-P4ss")),
            TestClients.Options()
        );
        var rename = FolderActionRequest.Rename("10", "Neuf");

        BatchResponse response = await client.SendAsync(
            new BatchRequest([GetFolderRequest.WithId("4711"), rename]) { OnError = BatchErrorMode.Stop },
            Token
        );

        Assert.True(response.OutcomeOf(rename).NotRun);
        Assert.Null(response.OutcomeOf(rename).Fault);
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => response.OutcomeOf(rename).ResponseOrThrow());
        Assert.Contains("FolderActionRequest", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_batch_is_fine()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "s3cret-P4ss"),
            cancellationToken: Token
        );
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password("owner@monasso.org", new Secret("s3cret-P4ss")),
            TestClients.Options()
        );

        Assert.Empty((await client.SendAsync(new BatchRequest([]), Token)).Outcomes);
    }

    [Fact]
    public async Task One_admin_request_takes_the_whole_batch_to_the_admin_address()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: Token);
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            TestClients.Options(options => options.AdminUri = zimbra.AdminUri)
        );

        BatchResponse response = await client.SendAsync(
            new BatchRequest([new NoOpRequest(), new GetAccountRequest { Account = AccountSelector.ByName("alice@example.test") }]),
            Token
        );

        Assert.All(response.Outcomes, outcome => Assert.True(outcome.Succeeded, outcome.Fault?.ToString()));
    }

    [Fact]
    public void A_batch_within_a_batch_is_refused_before_anything_is_sent()
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => new BatchRequest([new BatchRequest([])]));

        Assert.Equal("requests", e.ParamName);
    }

    [Fact]
    public async Task A_request_that_was_not_in_the_batch_has_no_outcome()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{Replies.NoOp}</BatchResponse>")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        BatchResponse response = await client.SendAsync(new BatchRequest([new NoOpRequest()]), Token);

        Assert.ThrowsAny<ArgumentException>(() => response.OutcomeOf(new NoOpRequest()));
    }

    [Theory]
    [InlineData(
        "<GetInfoResponse xmlns=\"urn:zimbraAccount\"/><NoOpResponse xmlns=\"urn:zimbraMail\"/>",
        "found where <NoOpResponse> was expected"
    )]
    [InlineData(
        "<NoOpResponse xmlns=\"urn:zimbraMail\"/><NoOpResponse xmlns=\"urn:zimbraMail\"/><NoOpResponse xmlns=\"urn:zimbraMail\"/>",
        "3 answers to 2 requests"
    )]
    [InlineData(
        "<NoOpResponse xmlns=\"urn:zimbraMail\" requestId=\"b\"/><NoOpResponse xmlns=\"urn:zimbraMail\" requestId=\"a\"/>",
        "does not bear the requestId of its request"
    )]
    public async Task Answers_that_do_not_fit_their_requests_are_broken(string answers, string problem)
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{answers}</BatchResponse>"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            client.SendAsync(new BatchRequest([new NoOpRequest { RequestId = "a" }, new NoOpRequest { RequestId = "b" }]), Token)
        );

        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_batch_is_no_fault_of_the_batch()
    {
        await using var server = new ScriptedServer(
            Replies.Http(200, Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{Fault}</BatchResponse>"))
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        BatchResponse response = await client.SendAsync(new BatchRequest([new NoOpRequest()]), Token);

        Assert.Equal("mail.NO_SUCH_FOLDER", Assert.Single(response.Outcomes).Fault?.Code);
    }

    [Theory]
    [InlineData("<NoOpResponse xmlns=\"urn:zimbraMail\"/>", BatchErrorMode.Continue)]
    [InlineData("<NoOpResponse xmlns=\"urn:zimbraMail\"/>", BatchErrorMode.Stop)]
    [InlineData("", BatchErrorMode.Stop)]
    public async Task Fewer_answers_than_requests_without_a_fault_are_a_broken_reply(string answers, BatchErrorMode onError)
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{answers}</BatchResponse>"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            client.SendAsync(new BatchRequest([new NoOpRequest(), new NoOpRequest()]) { OnError = onError }, Token)
        );

        Assert.Contains("answers to 2 requests", e.Message, StringComparison.Ordinal);
    }
}
