using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>What goes over the wire, byte for byte, and what of the reply's header counts.</summary>
public sealed class EnvelopeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_without_a_session_says_only_which_program_asks()
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));

        await channel.SendAsync(new NoOpRequest(), response => response.Name, Token);

        Assert.Equal(Envelope("", "<NoOpRequest xmlns=\"urn:zimbraMail\"/>"), channel.Sent);
    }

    [Fact]
    public async Task A_request_for_an_owner_carries_the_token_and_the_owner_and_wants_plain_ids()
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));

        await channel.SendAsync(
            new NoOpRequest(),
            response => response.Name,
            Token,
            token: new Secret("0_token"),
            onBehalfOf: "owner@monasso.org"
        );

        Assert.Equal(
            Envelope(
                "<authToken>0_token</authToken><account by=\"name\">owner@monasso.org</account><noqualify/>",
                "<NoOpRequest xmlns=\"urn:zimbraMail\"/>"
            ),
            channel.Sent
        );
    }

    [Fact]
    public async Task An_owner_who_cannot_be_written_is_refused_by_the_name_of_the_header()
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            channel.SendAsync(new NoOpRequest(), response => response.Name, Token, onBehalfOf: "own\u0001er")
        );

        Assert.StartsWith(
            "'account' of context holds the character U+0001 at position 3, which XML cannot carry. Remove it.",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Values_are_written_as_Zimbra_writes_them_and_what_is_not_given_is_not_there()
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));
        var request = new WrittenRequest("NoOpRequest", writer =>
        {
            writer.Attribute("yes", true);
            writer.Attribute("no", false);
            writer.Attribute("none", (bool?)null);
            writer.Attribute("number", -7);
            writer.Attribute("long", 4_000_000_000L);
            writer.Attribute("time", DateTimeOffset.UnixEpoch.AddSeconds(1));
            writer.Attribute("never", (DateTimeOffset?)null);
            writer.Element("a", "b");
            writer.Element("c", (string?)null);
            using (writer.Open("d"))
            {
                writer.Text("d", new Secret("e"));
            }
        });

        await channel.SendAsync(request, response => response.Name, Token);

        Assert.Equal(
            Envelope(
                "",
                "<NoOpRequest yes=\"1\" no=\"0\" number=\"-7\" long=\"4000000000\" time=\"1000\" "
                    + "xmlns=\"urn:zimbraMail\"><a>b</a><d>e</d></NoOpRequest>"
            ),
            channel.Sent
        );
    }

    [Theory]
    [InlineData("<context xmlns=\"urn:zimbra\"><change token=\"4711\"/></context>", 4711L)]
    [InlineData("<context xmlns=\"urn:zimbra\"><session>1</session><change token=\"4711\"/></context>", 4711L)]
    [InlineData("<other xmlns=\"urn:other\"/><context xmlns=\"urn:zimbra\"><change token=\"4711\"/></context>", 4711L)]
    [InlineData("<context xmlns=\"urn:zimbra\"><change token=\"-1\"/></context>", null)]
    [InlineData("<context xmlns=\"urn:zimbra\"><change token=\"many\"/></context>", null)]
    [InlineData("<context xmlns=\"urn:zimbra\"><change/></context>", null)]
    [InlineData("<context xmlns=\"urn:zimbra\"/>", null)]
    [InlineData("<context xmlns=\"urn:other\"><change token=\"4711\"/></context>", null)]
    [InlineData("", null)]
    public async Task Only_a_batch_is_reported_where_the_mailbox_is(string header, long? number)
    {
        await using var batch = new StubbedChannel(Reply("<BatchResponse xmlns=\"urn:zimbra\"/>"));
        await using var single = new StubbedChannel(Reply(Replies.NoOp));

        Assert.Equal(number, await batch.SendAsync(new WrittenRequest("BatchRequest", _ => { }), response => response.ChangeNumber, Token));
        Assert.Null(await single.SendAsync(new NoOpRequest(), response => response.ChangeNumber, Token));

        string Reply(string body) =>
            $"<soap:Envelope "
            + $"xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header>{header}</soap:Header><soap:Body>{body}"
            + "</soap:Body></soap:Envelope>";
    }

    private static string Envelope(string context, string body) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header><context xmlns=\"urn:zimbra\"><userAgent name=\"tests\" "
        + $"version=\"1.2\"/>{context}<nosession/></context></s:Header><s:Body>{body}</s:Body></s:Envelope>";
}
