using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class CallerTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Bad { get; } =
        new()
        {
            { "\0", "U+0000" },
            { "\u0008", "U+0008" },
            { "\u001B", "U+001B" },
            { "\uD83C", "U+D83C" },
            { "\uDF89", "U+DF89" },
            { "\uDF89\uD83C", "U+DF89" },
            { "\uFFFE", "U+FFFE" },
            { "\uFFFF", "U+FFFF" },
        };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_character_that_xml_cannot_carry_is_named_with_its_place_and_nothing_is_sent(string bad, string name)
    {
        (ZimbraRequest Request, string Parameter)[] requests =
        [
            (SendShareNotificationRequest.Created("10", $"a{bad}b@orange.fr", notes: null), "a"),
            (SendShareNotificationRequest.Created("10", "a@orange.fr", $"a{bad}"), "notes"),
            (GetFolderRequest.AtPath($"a{bad}"), "path"),
            (new AuthRequest { Account = AccountSelector.ByName($"a{bad}"), Password = new Secret("x") }, "account"),
            (
                new ModifyAccountRequest
                {
                    AccountId = "id",
                    Attributes = new AttributeList([KeyValuePair.Create("displayName", $"a{bad}")]),
                },
                "displayName"
            ),
            (new BatchRequest([new NoOpRequest(), GetFolderRequest.AtPath($"a{bad}")]), "path"),
            (new NoOpRequest { RequestId = $"a{bad}" }, "requestId"),
        ];
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        foreach ((ZimbraRequest request, string parameter) in requests)
        {
            ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => Schemas.Untyped.SendAsync(client, request, Token));

            Assert.Equal(parameter, e.ParamName);
            Assert.Contains(name, e.Message, StringComparison.Ordinal);
            Assert.Contains("position 1", e.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_account_to_act_for_is_checked_too()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            client.Mailbox("own\u0001er@monasso.org").SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal("account", e.ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_refused_text_costs_the_next_call_nothing()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SendAsync(GetFolderRequest.AtPath("\0"), Token));

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }
}
