using System.Text;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Conventions;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>
/// The real server's replies, all that belong to the library's operations, each read by the library's own reader and searched for losses.
/// </summary>
public sealed class RecordedReplyTests
{
    private static readonly IReadOnlyList<RecordedReply> Replies =
    [
        .. Recordings.All.Select(RecordedReply.Of).OfType<RecordedReply>().Where(exchange => RecordedOperations.Knows(exchange.Request)),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_request_of_the_library_is_among_them() =>
        Assert.Empty(
            Packages
                .PublicTypes.Where(type => type.IsSubclassOf(typeof(ZimbraRequest)) && !type.IsAbstract && type != typeof(BatchRequest))
                .Except(RecordedOperations.All.Select(request => request.GetType()))
        );

    [Fact]
    public void Every_operation_has_recorded_replies() =>
        Assert.Empty(
            RecordedOperations.All.Select(request => request.OperationName).Except(Replies.Select(reply => reply.Request.Name.LocalName))
        );

    [Fact]
    public void No_recorded_reply_is_left_out() => Assert.Equal(859, Replies.Count);

    [Fact]
    public async Task Every_reply_comes_through_http_without_loss_of_a_documented_field()
    {
        RecordedReply? now = null;
        await using var server = new ScriptedServer(async (_, stream, token) => await stream.WriteAsync(Raw(now!.Recording.Reply), token));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        var losses = new List<string>();
        foreach (RecordedReply reply in Replies.Where(reply => reply.IsSoap12))
        {
            now = reply;
            ZimbraRequest request = RecordedOperations.ReaderFor(reply.Request);
            (object? response, ZimbraFault? fault) = await SendAsync(client, request);
            losses.AddRange(Losses(reply.Reply!, request, response, fault).Select(loss => $"{reply.Recording.Name}: {loss}"));
        }

        Assert.True(losses.Count == 0, string.Join('\n', losses));
    }

    [Fact]
    public void Replies_in_soap_1_1_are_read_by_the_same_readers()
    {
        var old = Replies.Where(reply => reply is { IsSoap12: false, Reply: not null }).ToList();
        Assert.Equal(["01-02-auth-soap11", "01-07-auth-wrong-password-soap11"], old.Select(reply => reply.Recording.Name));
        foreach (RecordedReply reply in old)
        {
            ZimbraRequest request = RecordedOperations.ReaderFor(reply.Request);
            var element = new ResponseElement(ReplyNode.Read(reply.Reply!.CreateReader(), TestContext.Current.CancellationToken));
            BatchOutcome outcome =
                reply.Reply!.Name.LocalName == "Fault"
                    ? request.ReadOutcome(null, FaultReader.Read(element))
                    : request.ReadOutcome(element, null);
            Assert.Empty(Losses(reply.Reply, request, Untyped.ResponseOf(outcome), outcome.Fault));
        }
    }

    [Fact]
    public void Only_answers_that_were_asked_for_in_json_are_not_read() =>
        Assert.All(Replies.Where(reply => reply.Reply is null), reply =>
            Assert.StartsWith("text/javascript", reply.Recording.Reply.Header("Content-Type"), StringComparison.Ordinal)
        );

    [Fact]
    public void A_field_that_nobody_knows_and_one_that_was_changed_are_losses()
    {
        var reply = XElement.Parse(
            "<AuthResponse xmlns='urn:zimbraAccount'><authToken>0_a</authToken><lifetime>5</lifetime><novel>1</novel></AuthResponse>"
        );

        Assert.Equal(
            ["AuthResponse/authToken: '0_a' sent, '***' read", "AuthResponse/novel is known to nobody"],
            FieldMaps
                .Of(
                    new Messages.Account.AuthResponse
                    {
                        Token = new Secret("0_b"),
                        Lifetime = TimeSpan.FromMilliseconds(5),
                        TwoFactorRequired = false,
                    }
                )
                .Losses(
                    reply,
                    new Messages.Account.AuthResponse
                    {
                        Token = new Secret("0_b"),
                        Lifetime = TimeSpan.FromMilliseconds(5),
                        TwoFactorRequired = false,
                    }
                )
        );
    }

    private static IEnumerable<string> Losses(XElement reply, ZimbraRequest request, object? response, ZimbraFault? fault) =>
        (reply.Name.LocalName, response) switch
        {
            ("Fault", _) => RecordedFaults.Losses(reply, fault),
            (_, null) => [$"{reply.Name.LocalName} was read as {fault?.Code}"],
            (_, BatchResponse batch) => reply
                .Elements()
                .Zip(batch.Outcomes)
                .SelectMany(pair => Losses(pair.First, pair.Second.Request, Untyped.ResponseOf(pair.Second), pair.Second.Fault)),
            _ => FieldMaps.Of(response).Losses(WithoutRequestId(reply, request), response),
        };

    private static XElement WithoutRequestId(XElement reply, ZimbraRequest request)
    {
        Assert.Equal(request.RequestId, reply.Attribute("requestId")?.Value);
        var copy = new XElement(reply);
        copy.Attribute("requestId")?.Remove();
        return copy;
    }

    private static async Task<(object? Response, ZimbraFault? Fault)> SendAsync(ZimbraClient client, ZimbraRequest request)
    {
        try
        {
            return (await Untyped.SendForResponseAsync(client, request, Token), null);
        }
        catch (ZimbraFaultException e)
        {
            return (null, e.Fault);
        }
        catch (ZimbraAuthenticationException e)
        {
            // The given token was refused; the exception holds the server's word.
            return (null, Assert.IsType<ZimbraFaultException>(e.InnerException).Fault);
        }
    }

    private static byte[] Raw(RecordedMessage message) =>
        [
            .. Encoding.UTF8.GetBytes(
                $"{message.StartLine}\r\n"
                    + string.Concat(
                        message
                            .Headers.Where(header => header.Name is not ("Content-Length" or "Transfer-Encoding"))
                            .Select(header => $"{header.Name}: {header.Value}\r\n")
                    )
                    + $"Content-Length: {message.Body.Length}\r\n\r\n"
            ),
            .. message.Body,
        ];
}
