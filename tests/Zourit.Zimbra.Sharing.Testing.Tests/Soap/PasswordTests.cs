using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("zimbraPasswordLocked", "TRUE", "Secret-9alice", "account.PASSWORD_LOCKED")]
    [InlineData("zimbraPasswordMinAge", "3", "Secret-9alice", "account.PASSWORD_CHANGE_TOO_SOON")]
    [InlineData("zimbraPasswordEnforceHistory", "2", "Secret-1alice", "account.PASSWORD_RECENTLY_USED")]
    [InlineData("zimbraPasswordMinLength", "20", "Secret-9alice", "account.INVALID_PASSWORD")]
    public async Task A_policy_forbids_a_new_password(string attribute, string value, string password, string code)
    {
        await using var session = await FakeSession.StartAsync();
        session.Zimbra.Change(directory => directory.FindAccount("alice@example.test")!.Attributes[attribute] = value);

        XElement reply = await session.AskAsync(null, Change("Secret-1alice", password));

        Assert.Equal(code, reply.Code());
        Assert.StartsWith("0_", await session.AliceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_old_password_changes_nothing_and_names_nobody()
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(null, Change("wrong", "Secret-9alice"));

        Assert.Equal("account.AUTH_FAILED", reply.Code());
        Assert.Equal("authentication failed for []", reply.One("Text").Value);
    }

    [Fact]
    public async Task Earlier_tokens_die_with_the_old_password()
    {
        await using var session = await FakeSession.StartAsync();
        string token = await session.AliceAsync();

        XElement changed = await session.AskAsync(null, Change("Secret-1alice", "Secret-9alice"));

        Assert.Equal("service.AUTH_EXPIRED", (await session.AskAsync(token, "<NoOpRequest xmlns='urn:zimbraMail'/>")).Code());
        Assert.Null((await session.AskAsync(changed.One("authToken").Value, "<NoOpRequest xmlns='urn:zimbraMail'/>")).Code());
    }

    [Fact]
    public async Task A_password_that_is_too_old_must_be_changed_first()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var session = await FakeSession.StartAsync(new FakeZimbraOptions { TimeProvider = clock });
        session.Zimbra.Change(directory => directory.FindAccount("alice@example.test")!.Attributes["zimbraPasswordMaxAge"] = "30");
        clock.Advance(TimeSpan.FromDays(31));

        XElement old = await session.AskAsync(null, LogIn("Secret-1alice"));
        XElement changed = await session.AskAsync(null, Change("Secret-1alice", "Secret-9alice"));
        XElement fresh = await session.AskAsync(null, LogIn("Secret-9alice"));

        Assert.Equal(["account.CHANGE_PASSWORD", null, null], new[] { old.Code(), changed.Code(), fresh.Code() });
    }

    private static string Change(string old, string password) =>
        $"<ChangePasswordRequest xmlns='urn:zimbraAccount'><account "
        + $"by='name'>alice@example.test</account><oldPassword>{old}</oldPassword><password>{password}</password></ChangePasswordRequest>";

    private static string LogIn(string password) =>
        $"<AuthRequest xmlns='urn:zimbraAccount'><account "
        + $"by='name'>alice@example.test</account><password>{password}</password></AuthRequest>";
}
