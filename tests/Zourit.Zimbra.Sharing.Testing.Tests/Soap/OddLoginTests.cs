using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Logins in forms that clients hardly use.</summary>
public sealed class OddLoginTests
{
    private const string Password = "<password>Secret-1alice</password>";

    [Theory]
    [InlineData("", "account.AUTH_FAILED")]
    [InlineData(Password, "account.AUTH_FAILED")]
    [InlineData("<account by='adminName'>admin@example.test</account>" + Password, "account.AUTH_FAILED")]
    [InlineData("<account by='foreignPrincipal'>alice@example.test</account>" + Password, "account.AUTH_FAILED")]
    [InlineData("<account by='krb5Principal'>alice@EXAMPLE.TEST</account>" + Password, "account.AUTH_FAILED")]
    [InlineData("<account by='shoeSize'>42</account>" + Password, "service.INVALID_REQUEST")]
    [InlineData("<account by='name'>alice@example.test</account>", "service.INVALID_REQUEST")]
    [InlineData("<authToken>0_garbage</authToken>", "service.AUTH_REQUIRED")]
    [InlineData("<authToken verifyAccount='1'>0_garbage</authToken>", "service.INVALID_REQUEST")]
    public async Task Who_is_not_named_so_that_the_server_knows_them_does_not_get_in(string login, string code)
    {
        await using var session = await FakeSession.StartAsync();

        Assert.Equal(code, (await session.AskAsync(null, Login(login))).Code());
    }

    [Fact]
    public async Task A_name_that_another_system_gave_leads_to_its_account()
    {
        await using var session = await FakeSession.StartAsync();
        session.Zimbra.Change(directory =>
            directory.FindAccount("alice@example.test")!.Attributes["zimbraForeignPrincipal"] = "club:alice"
        );

        XElement reply = await session.AskAsync(null, Login($"<account by='foreignPrincipal'>club:alice</account>{Password}"));

        Assert.NotNull(reply.One("authToken"));
    }

    [Theory]
    [InlineData("alice@example.test", null)]
    [InlineData("bob@example.test", "service.AUTH_REQUIRED")]
    [InlineData("nobody@example.test", "service.AUTH_REQUIRED")]
    public async Task A_token_can_be_checked_against_the_account_that_it_should_belong_to(string account, string? code)
    {
        await using var session = await FakeSession.StartAsync();
        string token = await session.AliceAsync();

        XElement reply = await session.AskAsync(
            null,
            Login($"<authToken verifyAccount='1'>{token}</authToken><account by='name'>{account}</account>")
        );

        Assert.Equal(code, reply.Code());
    }

    private static string Login(string content) => $"<AuthRequest xmlns='urn:zimbraAccount'>{content}</AuthRequest>";
}
