using System.Diagnostics;
using System.Text;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>What a listener learns of refusals inside a batch, which is answered all the same.</summary>
public sealed class BatchTelemetryTests : IDisposable
{
    private const string Granted = "<FolderActionResponse xmlns=\"urn:zimbraMail\"><action id=\"10\" op=\"grant\"/></FolderActionResponse>";

    private static readonly BatchRequest GrantAndNoOp = new([
        FolderActionRequest.Grant(
            "10",
            new FolderGrant
            {
                Type = GranteeType.Guest,
                Rights = "r",
                GranteeName = "adresse@orange.fr",
            }
        ),
        new NoOpRequest(),
    ]);

    private readonly TelemetryListener _listener = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("service.PERM_DENIED", "mail.SEND_FAILURE")]
    [InlineData("mail.GRANT_EXISTS", "service.PERM_DENIED")]
    public async Task A_batch_is_described_by_the_first_refusal_in_it(string first, string second)
    {
        await AskAsync(Replies.Batch(Replies.Refusal(first), Replies.Refusal(second)));

        AssertTold(first);
    }

    [Fact]
    public async Task A_refusal_after_a_success_is_reported_too()
    {
        await AskAsync(Replies.Batch(Granted, Replies.Refusal("mail.SEND_FAILURE")));

        AssertTold("mail.SEND_FAILURE");
    }

    [Fact]
    public async Task A_batch_that_went_well_has_no_error()
    {
        await AskAsync(Replies.Batch(Granted, Replies.NoOp));

        AssertToldWell();
    }

    [Fact]
    public async Task After_a_lost_reply_already_so_is_no_error_since_it_is_the_success_of_the_first_attempt()
    {
        await AskAsync(null, Replies.Batch(Replies.Refusal("mail.GRANT_EXISTS"), Replies.NoOp));

        AssertToldWell();
    }

    [Fact]
    public async Task After_a_lost_reply_any_other_refusal_is_an_error()
    {
        await AskAsync(null, Replies.Batch(Replies.Refusal("mail.GRANT_EXISTS"), Replies.Refusal("service.PERM_DENIED")));

        AssertTold("service.PERM_DENIED");
    }

    public void Dispose() => _listener.Dispose();

    private Uri? Server { get; set; }

    /// <summary>Sends the batch to a server that gives these answers one after the other; null cuts the connection.</summary>
    private async Task AskAsync(params string?[] answers)
    {
        var left = new Queue<string?>(answers);
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                string? answer = left.Dequeue();
                request.CloseAfterwards = answer is null;
                return answer is null
                    ? Task.CompletedTask
                    : stream.WriteAsync(Encoding.UTF8.GetBytes(Replies.Http(200, answer)), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero)
        );
        Server = server.Address;

        await client.SendAsync(GrantAndNoOp, Token);
    }

    private void AssertTold(string code)
    {
        Activity span = Assert.Single(_listener.SpansTo(Server!));
        Assert.Equal(("BatchRequest", code, ActivityStatusCode.Error), (span.OperationName, span.GetTagItem("error.type"), span.Status));
        Assert.Equal(code, Assert.Single(_listener.Measured(Server!, "zimbra.client.call.duration")).Tags["error.type"]);
    }

    private void AssertToldWell()
    {
        Activity span = Assert.Single(_listener.SpansTo(Server!));
        Assert.Equal((null, ActivityStatusCode.Unset), (span.GetTagItem("error.type"), span.Status));
        Assert.DoesNotContain("error.type", Assert.Single(_listener.Measured(Server!, "zimbra.client.call.duration")).Tags.Keys);
    }
}
