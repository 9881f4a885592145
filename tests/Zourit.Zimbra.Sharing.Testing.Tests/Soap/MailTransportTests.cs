using System.Net;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>When a share mail leaves, and what remains of it (docs/protocol.md §F).</summary>
public sealed class MailTransportTests
{
    private const string Guest = "a@x.fr";

    [Theory]
    [InlineData("zimbraPrefSaveToSent", "FALSE")]
    [InlineData("zimbraPrefDelegatedSendSaveTarget", "none")]
    public async Task The_copy_of_a_share_mail_is_kept_whatever_the_owner_has_set(string setting, string value)
    {
        await using var world = await StartAsync(setting, value);

        Assert.Equal(HttpStatusCode.OK, (await NotifyAsync(world)).Status);

        Assert.Single(world.Zimbra.MessagesOf(World.Owner, folderId: 5));
    }

    [Fact]
    public async Task A_mailbox_without_room_for_the_copy_sends_nothing()
    {
        await using var world = await StartAsync("zimbraMailQuota", "100");

        var answer = await NotifyAsync(world);

        Assert.Equal("mail.QUOTA_EXCEEDED", answer.Code);
        Assert.Empty(world.Zimbra.Outbox.Mails);
        Assert.Empty(world.Zimbra.MessagesOf(World.Owner, folderId: 5));
    }

    [Fact]
    public async Task A_mailbox_with_room_sends()
    {
        await using var world = await StartAsync("zimbraMailQuota", "1000000");

        Assert.Equal(HttpStatusCode.OK, (await NotifyAsync(world)).Status);

        Assert.Single(world.Zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_server_that_could_not_be_reached_is_not_asked_again_for_a_minute()
    {
        await using var world = await StartAsync();
        world.Zimbra.Misbehave.OnRecipient().Call(1).MailServerUnreachable();

        Assert.Equal("mail.TRY_AGAIN", (await NotifyAsync(world)).Code);
        var again = await NotifyAsync(world);
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("service.FAILURE", (await NotifyAsync(world)).Code);

        Assert.Equal("service.FAILURE", again.Code);
        Assert.Contains("Messaging Exception while sending share notification message", again.Text, StringComparison.Ordinal);
        Assert.Empty(world.Zimbra.Outbox.Mails);
        Assert.Empty(world.Zimbra.MessagesOf(World.Owner, folderId: 5));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await NotifyAsync(world)).Status);
        Assert.Single(world.Zimbra.MessagesOf(World.Owner, folderId: 5));
    }

    [Fact]
    public async Task Expired_grants_of_one_folder_do_not_take_those_of_another_along()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account => account.Calendar("/early").Calendar("/late"))
        );
        var token = await world.LogInAsync();
        await GrantUntilAsync(world, token, "/early", TimeSpan.FromSeconds(10));
        await GrantUntilAsync(world, token, "/late", TimeSpan.FromSeconds(60));

        // One minute after the end of the first, when the second has expired and its own minute has not passed.
        world.Clock.Advance(TimeSpan.FromSeconds(71));
        await world.LogInAsync();

        Assert.Empty(world.Zimbra.GrantsOf(World.Owner, "/early"));
        Assert.Single(world.Zimbra.GrantsOf(World.Owner, "/late"));
        world.Clock.Advance(TimeSpan.FromSeconds(50));
        await world.LogInAsync();
        Assert.Empty(world.Zimbra.GrantsOf(World.Owner, "/late"));
    }

    private static async Task GrantUntilAsync(World world, string token, string path, TimeSpan life)
    {
        long end = (world.Clock.GetUtcNow() + life).ToUnixTimeMilliseconds();
        int folder = world.Zimbra.FolderOf(World.Owner, path)!.Id;
        var answer = await world.SoapAsync(
            $"""<FolderActionRequest xmlns="urn:zimbraMail"><action id="{folder}" op="grant"><grant gt="guest" d="{Guest}" perm="r" expiry="{end}"/></action></FolderActionRequest>""",
            token
        );
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private static Task<World> StartAsync(string setting = "displayName", string value = "The Owner") =>
        World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                account.Attribute(setting, value).Calendar("/my-events", calendar => calendar.ShareWithGuest(Guest, "r"))
            )
        );

    private static async Task<World.Answer> NotifyAsync(World world) => await world.NotifyAsync(await world.LogInAsync(), Guest);
}
