using System.Xml.Linq;
using CsCheck;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

public sealed class SentRequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_is_written_as_it_was_approved() =>
        ApprovedText.Matches(
            "Schemas/Requests.approved.txt",
            string.Join('\n', (await SendAllAsync(RequestSamples.All)).Select(request => request.Body.ToString().ReplaceLineEndings("\n")))
                + "\n"
        );

    [Fact]
    public async Task What_the_library_sends_is_well_formed_and_passes_the_schemas_but_for_the_listed_exceptions()
    {
        ZimbraSchemas.SkipWhereAbsent();
        IReadOnlyList<SentRequest> sent = await SendAllAsync(RequestSamples.All);

        Assert.Equal(RequestSamples.All.Select(request => request.OperationName), sent.Select(request => request.Body.Name.LocalName));
        SentRequest.AssertPassSchemas(sent);
    }

    [Fact]
    public async Task No_listed_exception_is_in_vain()
    {
        ZimbraSchemas.SkipWhereAbsent();
        IReadOnlyList<SentRequest> sent = await SendAllAsync(RequestSamples.All);
        var complaints = sent.SelectMany(request => request.Complaints()).ToList();

        Assert.All(SchemaExceptions.All, known => Assert.Contains(complaints, found => known.Covers(found.Request, found.Complaint)));
    }

    [Fact]
    public async Task What_acts_on_another_account_passes_the_schemas_too()
    {
        ZimbraSchemas.SkipWhereAbsent();
        await using ScriptedServer server = Refusing();
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraFaultException>(() => client.Mailbox("owner@monasso.org").SendAsync(new NoOpRequest(), Token));

        SentRequest sent = SentRequest.Parse(Assert.Single(server.Requests).Body);
        SentRequest.AssertPassSchemas(sent);
        Assert.Equal(
            ["userAgent", "authToken", "account", "noqualify", "nosession"],
            sent.Context.Elements().Select(child => child.Name.LocalName)
        );
    }

    [Fact]
    public void Every_exception_names_a_recording_or_a_section_that_exists()
    {
        string protocol = File.ReadAllText(Repository.PathTo("docs/protocol.md"));
        foreach (SchemaException known in SchemaExceptions.All)
        {
            Assert.All(known.Proof.Split(", "), proof =>
                Assert.True(
                    proof.StartsWith('§')
                        ? protocol.Contains($"### {proof[1..]} ", StringComparison.Ordinal)
                        : Recordings.Files($"{proof}.http").Any(),
                    $"{known.Request}: there is no {proof}"
                )
            );
        }
    }

    [Fact]
    public async Task Texts_arrive_as_they_were_given_whatever_characters_they_hold()
    {
        await using ScriptedServer server = Refusing();
        await using ZimbraClient client = TestClients.WithToken(server);
        Gen<string> text = Gen.OneOf(Gen.Char[' ', '\uD7FF'], Gen.Char["<>&\"'\t\n\r\u00E9\u2028\uFFFD"])
            .Array[1, 30]
            .Select(characters => new string(characters));

        await Check.SampleAsync(
            Gen.Select(text, text),
            async (attribute, element) =>
            {
                var request = SendShareNotificationRequest.Created("10", attribute, element + "🎉");
                await Assert.ThrowsAsync<ZimbraFaultException>(() => client.Dispatcher.SendAsync(request, Token));
                Assert.True(server.Requests.TryDequeue(out ReceivedRequest? received));
                XElement sent = SentRequest.Parse(received.Body).Body;
                Assert.Equal(attribute, sent.Element(sent.Name.Namespace + "e")!.Attribute("a")!.Value);
                Assert.Equal(element + "🎉", sent.Element(sent.Name.Namespace + "notes")!.Value);
            },
            iter: 200,
            threads: 1
        );
    }

    /// <summary>Sends each over HTTP and gives what really went out, in order.</summary>
    private static async Task<IReadOnlyList<SentRequest>> SendAllAsync(IEnumerable<ZimbraRequest> requests)
    {
        await using ScriptedServer server = Refusing();
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        foreach (ZimbraRequest request in requests)
        {
            await Assert.ThrowsAsync<ZimbraFaultException>(() => SendUntypedAsync(client, request));
        }

        return [.. server.Requests.Select(received => SentRequest.Parse(received.Body))];
    }

    private static Task SendUntypedAsync(ZimbraClient client, ZimbraRequest request) => Untyped.SendOnlyAsync(client, request, Token);

    private static ScriptedServer Refusing() => ScriptedServer.Soap(_ => Replies.Fault("service.FAILURE"));
}
