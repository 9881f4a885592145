using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Rights on an account that users give each other: who may see its free/busy times, who may invite it.</summary>
public sealed class AccountRightTests
{
    [Theory]
    [InlineData("right='fly' gt='all'", "service.FAILURE")]
    [InlineData("right='invite' gt='nobody'", "service.INVALID_REQUEST")]
    [InlineData("right='invite'", "service.INVALID_REQUEST")]
    [InlineData("gt='all'", "service.INVALID_REQUEST")]
    [InlineData("right='invite' gt='usr'", "service.INVALID_REQUEST")]
    [InlineData("right='invite' gt='usr' d='ghost@example.test'", "account.NO_SUCH_ACCOUNT")]
    [InlineData("right='invite' gt='usr' zid='509be613-7ea6-4a3d-9d9b-bf97577c657b'", "account.NO_SUCH_ACCOUNT")]
    [InlineData("right='invite' gt='grp' d='bob@example.test'", "account.NO_SUCH_DISTRIBUTION_LIST")]
    [InlineData("right='invite' gt='dom' d='nowhere.test'", "account.NO_SUCH_DOMAIN")]
    [InlineData("right='invite' gt='gst' d='somebody' pw='x'", "service.INVALID_REQUEST")]
    [InlineData("right='invite' gt='gst' d='a@outside.test'", "service.INVALID_REQUEST")]
    public async Task A_right_that_is_none_or_goes_to_nobody_is_refused(string ace, string code)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(await session.AliceAsync(), Change("Grant", ace));

        Assert.Equal(code, reply.Code());
        Assert.Empty(await AcesAsync(session));
    }

    [Theory]
    [InlineData("gt='usr' d='bob@example.test'", "usr", "bob@example.test")]
    [InlineData("gt='usr' d='bob'", "usr", "bob@example.test")]
    [InlineData("gt='dom' d='example.test'", "dom", "example.test")]
    [InlineData("gt='gst' d='a@outside.test' pw='x'", "gst", "a@outside.test")]
    [InlineData("gt='gst' d='bob@example.test' pw='x'", "usr", "bob@example.test")]
    [InlineData("gt='key' d='the key'", "key", "the key")]
    [InlineData("gt='all'", "all", null)]
    [InlineData("gt='pub'", "pub", null)]
    public async Task A_right_is_answered_with_whom_it_went_to_and_read_back_so(string grantee, string type, string? name)
    {
        await using var session = await FakeSession.StartAsync();

        XElement granted = await session.AskAsync(await session.AliceAsync(), Change("Grant", $"right='invite' {grantee}"));

        XElement read = Assert.Single(await AcesAsync(session));
        Assert.Equal(granted.One("ace").ToString(), read.ToString());
        Assert.Equal(type, read.Attribute("gt")!.Value);
        Assert.Equal(name, read.Attribute("d")?.Value);
        Assert.NotNull(read.Attribute("zid"));
        Assert.Equal(type == "key", read.Attribute("key") is { Value.Length: > 0 });
    }

    [Fact]
    public async Task The_same_right_again_changes_nothing_and_a_denial_takes_its_place_before_the_others()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.AskAsync(alice, Change("Grant", "right='invite' gt='pub'"));
        await session.AskAsync(alice, Change("Grant", "right='invite' gt='usr' d='bob@example.test'"));

        XElement again = await session.AskAsync(alice, Change("Grant", "right='invite' gt='usr' d='bob@example.test'"));
        XElement denied = await session.AskAsync(alice, Change("Grant", "right='invite' gt='usr' d='bob@example.test' deny='1'"));
        await session.AskAsync(alice, Change("Grant", "right='invite' gt='usr' d='carol@example.test' deny='1'"));

        Assert.Empty(again.All("ace"));
        Assert.Equal("1", denied.One("ace").Attribute("deny")!.Value);
        Assert.Equal(["carol@example.test", null, "bob@example.test"], (await AcesAsync(session)).Select(ace => ace.Attribute("d")?.Value));
    }

    [Fact]
    public async Task A_right_is_revoked_as_it_was_given_and_what_is_not_there_is_no_fault()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        const string Denied = "right='invite' gt='usr' d='bob@example.test' deny='1'";
        await session.AskAsync(alice, Change("Grant", Denied));

        XElement other = await session.AskAsync(alice, Change("Revoke", "right='invite' gt='usr' d='bob@example.test'"));
        XElement gone = await session.AskAsync(
            alice,
            Change("Revoke", "right='invite' gt='usr' zid='509be613-7ea6-4a3d-9d9b-bf97577c657b'")
        );
        XElement revoked = await session.AskAsync(alice, Change("Revoke", Denied));

        Assert.Empty(other.All("ace"));
        Assert.Null(gone.Code());
        Assert.Single(revoked.All("ace"));
        Assert.Empty(await AcesAsync(session));
    }

    [Theory]
    [InlineData("type='account' by='name'>foo@bar.test", "invite", "1")]
    [InlineData("type='account' by='name'>foo@bar.test", "sendAs", "0")]
    [InlineData("type='account' by='name'>alice@example.test", "viewFreeBusy", "1")]
    [InlineData("type='account' by='id'>509be613-7ea6-4a3d-9d9b-bf97577c657b", "invite", "account.NO_SUCH_ACCOUNT")]
    [InlineData("type='calresource' by='id'>509be613-7ea6-4a3d-9d9b-bf97577c657b", "invite", "account.NO_SUCH_CALENDAR_RESOURCE")]
    [InlineData("type='planet' by='name'>mars", "invite", "service.INVALID_REQUEST")]
    [InlineData("type='account' by='name'>alice@example.test", "fly", "service.FAILURE")]
    public async Task Whether_one_may_is_answered_for_those_outside_too(string target, string right, string expected)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.BobAsync(),
            $"<CheckPermissionRequest xmlns='urn:zimbraMail'><target {target}</target><right>{right}</right></CheckPermissionRequest>"
        );

        Assert.Equal(expected, reply.Code() ?? reply.Attribute("allow")!.Value);
    }

    [Fact]
    public async Task Whoever_may_not_invite_reaches_nobody()
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(await session.BobAsync(), Change("Grant", "right='invite' gt='usr' d='carol@example.test'"));

        await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);

        Assert.Empty(session.Zimbra.FolderOf("bob@example.test", "/Calendar")?.Items ?? []);
    }

    private static string Change(string verb, string ace) =>
        $"<{verb}PermissionRequest xmlns='urn:zimbraMail'><ace {ace}/></{verb}PermissionRequest>";

    private static async Task<List<XElement>> AcesAsync(FakeSession session) =>
        [.. (await session.AskAsync(await session.AliceAsync(), "<GetPermissionRequest xmlns='urn:zimbraMail'/>")).All("ace")];
}
