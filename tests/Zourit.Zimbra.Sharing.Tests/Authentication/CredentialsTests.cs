using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>What each kind of credentials says of itself, and how it acts for others.</summary>
public sealed class CredentialsTests
{
    private static readonly Dictionary<string, Func<ZimbraCredentials>> Kinds = new()
    {
        ["password of owner@monasso.org"] = () => ZimbraCredentials.Password("owner@monasso.org", new Secret("pw")),
        ["administrator admin@example.net"] = () => ZimbraCredentials.Admin("admin@example.net", new Secret("pw")),
        ["preauth of owner@monasso.org"] = () => ZimbraCredentials.Preauth("owner@monasso.org", new Secret("0f1e2d3c4b5a6978")),
        ["a user's token"] = () => ZimbraCredentials.Token(new Secret("0_given")),
        ["an administrator's token"] = () => ZimbraCredentials.AdminToken(new Secret("0_given")),
        ["anonymous"] = () => ZimbraCredentials.Anonymous,
    };

    public static TheoryData<string> Words => [.. Kinds.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Credentials_say_what_they_are_and_whether_anybody_logs_in(string words)
    {
        ZimbraCredentials credentials = Kinds[words]();
        await using var client = new ZimbraClient(new Uri("https://mail1.example.net"), credentials);

        Assert.Equal(words, credentials.ToString());
        Assert.Equal($"https://mail1.example.net/ ({words})", client.ToString());
        Assert.Equal(words != "anonymous", client.Dispatcher.HasLogin);
    }

    [Fact]
    public void Functions_for_secrets_must_be_given()
    {
        Func<CancellationToken, ValueTask<Secret>> none = null!;

        Assert.Equal(
            "password",
            Assert.ThrowsAny<ArgumentNullException>(() => ZimbraCredentials.PasswordFrom("owner@monasso.org", none)).ParamName
        );
        Assert.Equal(
            "password",
            Assert.ThrowsAny<ArgumentNullException>(() => ZimbraCredentials.AdminFrom("admin@example.net", none)).ParamName
        );
        Assert.Equal(
            "domainKey",
            Assert.ThrowsAny<ArgumentNullException>(() => ZimbraCredentials.PreauthFrom("owner@monasso.org", none)).ParamName
        );
    }

    [Theory]
    [InlineData("password of owner@monasso.org", 1)]
    [InlineData("preauth of owner@monasso.org", 1)]
    [InlineData("a user's token", 0)]
    public async Task A_user_names_the_account_they_act_for_and_asks_for_no_token_of_it(string words, int logins)
    {
        await using var server = ScriptedServer.Soap(request =>
            request.Body.Contains("<AuthRequest", StringComparison.Ordinal) ? Replies.Auth() : Replies.Soap(Replies.NoOp)
        );
        await using var client = new ZimbraClient(
            server.Address,
            Kinds[words](),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        await client.Mailbox("colleague@monasso.org").SendAsync(new NoOpRequest(), Token);

        Assert.Equal(logins + 1, server.Requests.Count);
        Assert.Contains("<account by=\"name\">colleague@monasso.org</account>", server.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrators_token_is_exchanged_for_one_of_the_account()
    {
        await using var server = ScriptedServer.Soap(request =>
            request.Body.Contains("<DelegateAuthRequest", StringComparison.Ordinal)
                ? Replies.Soap(
                    "<DelegateAuthResponse "
                        + "xmlns=\"urn:zimbraAdmin\"><authToken>0_owner</authToken><lifetime>3600000</lifetime></DelegateAuthResponse>"
                )
                : Replies.Soap(Replies.NoOp)
        );
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        await client.Mailbox("owner@monasso.org").SendAsync(new NoOpRequest(), Token);

        Assert.Contains("0_given", server.Requests.First().Body, StringComparison.Ordinal);
        Assert.Contains("0_owner", server.Requests.Last().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<account ", server.Requests.Last().Body, StringComparison.Ordinal);
        Assert.True(client.Mailbox("owner@monasso.org").Dispatcher.HasLogin);
    }
}
