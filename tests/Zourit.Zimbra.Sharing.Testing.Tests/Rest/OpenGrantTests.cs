using System.Net;
using Zourit.Zimbra.Sharing.Testing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Rest;

/// <summary>Whom a grant lets in without a login, or no longer (docs/protocol.md §F).</summary>
public sealed class OpenGrantTests
{
    private const string Calendar = "/home/alice@example.test/Calendar.ics";

    [Theory]
    [InlineData("gt='cos' d='default'", 200)]
    [InlineData("gt='cos' d='defaultExternal'", 401)]
    [InlineData("gt='dom' d='example.test'", 401)]
    [InlineData("gt='all'", 401)]
    [InlineData("gt='pub'", 200)]
    public async Task A_grant_to_the_default_class_of_service_opens_a_calendar_to_everybody(string grantee, int status)
    {
        await using var session = await FakeSession.StartAsync();
        await GrantAsync(session, grantee);

        using HttpResponseMessage anonymous = await session.GetAsync(Calendar);

        Assert.Equal(status, (int)anonymous.StatusCode);
    }

    [Fact]
    public async Task A_guests_grant_does_not_let_in_the_account_that_its_address_has_become()
    {
        await using var session = await FakeSession.StartAsync();
        await GrantAsync(session, "gt='guest' d='new@example.test'");
        await session.AskAsync(
            await session.AdminAsync(),
            "<CreateAccountRequest xmlns='urn:zimbraAdmin' name='new@example.test' password='Secret-1new'/>",
            toAdmin: true
        );

        using (HttpResponseMessage before = await session.GetAsync(Calendar, "new@example.test", "Secret-1new"))
        {
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        }

        await GrantAsync(session, "gt='guest' d='new@example.test'");

        using HttpResponseMessage after = await session.GetAsync(Calendar, "new@example.test", "Secret-1new");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(["guest", "usr"], session.Zimbra.GrantsOf("alice@example.test", "/Calendar").Select(grant => grant.Type));
    }

    private static async Task GrantAsync(FakeSession session, string grantee) =>
        Assert.Equal(
            "FolderActionResponse",
            (
                await session.AskAsync(
                    await session.AliceAsync(),
                    $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant {grantee} perm='r'/></action>"
                        + "</FolderActionRequest>"
                )
            )
                .Name
                .LocalName
        );
}
