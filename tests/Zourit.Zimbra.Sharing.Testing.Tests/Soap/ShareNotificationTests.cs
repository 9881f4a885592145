using System.Net;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

public sealed class ShareNotificationTests
{
    [Fact]
    public async Task A_group_is_described_by_one_mail_inside_and_by_personal_links_outside()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                    account.DisplayName("The Owner").Calendar("/my-events", calendar => calendar.ShareWithGroup("board@monasso.org", "r"))
                )
                .Account("paul@monasso.org", World.Password)
                .Group("board@monasso.org", World.Owner, "paul@monasso.org", "reject@outside.example", "partner@outside.example")
        );

        Assert.Equal(HttpStatusCode.OK, (await world.NotifyAsync(await world.LogInAsync(), "board@monasso.org")).Status);

        Assert.Equal(
            [World.Owner, "paul@monasso.org", "partner@outside.example"],
            world.Zimbra.Outbox.Mails.Select(mail => mail.EnvelopeTo)
        );
        Assert.Equal([false, false, true], world.Zimbra.Outbox.Mails.Select(mail => mail.PersonalLink is not null));
        Assert.Contains("To: owner@monasso.org, paul@monasso.org\r\n", world.Zimbra.Outbox.Mails[1].Raw, StringComparison.Ordinal);
        Assert.Contains("Grantee: board@monasso.org", world.Zimbra.Outbox.Mails[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, world.Zimbra.MessagesOf(World.Owner, folderId: 5).Count);
    }

    [Fact]
    public async Task A_mountpoint_tells_of_the_owners_folder_in_the_name_of_the_one_who_mounted_it()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                    account
                        .DisplayName("The Owner")
                        .Calendar("/my-events", calendar =>
                            calendar.ShareWithUser("paul@monasso.org", "rwidxa").ShareWithGuest(World.Guest, "r")
                        )
                )
                .Account("paul@monasso.org", World.Password, account =>
                    account.DisplayName("Paul").Mountpoint("/Owner's", World.Owner, "/my-events")
                )
        );
        var token = await world.LogInAsync("paul@monasso.org");
        var mountpoint = world.Zimbra.FolderOf("paul@monasso.org", "/Owner's")!.Id;

        var answer = await world.SoapAsync(
            $"""<SendShareNotificationRequest xmlns="urn:zimbraMail"><item id="{mountpoint}"/><e a="{World.Guest}"/></SendShareNotificationRequest>""",
            token
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        OutgoingMail mail = Assert.Single(world.Zimbra.Outbox.Mails);
        Assert.Equal(("paul@monasso.org", "Share Created: Owner's shared by Paul"), (mail.From, mail.Subject));
        Assert.Contains("Owner: The Owner", mail.Text, StringComparison.Ordinal);
        using var page = await world.Http.GetAsync(mail.PersonalLink, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Single(world.Zimbra.MessagesOf("paul@monasso.org", folderId: 5));
    }

    [Theory]
    [InlineData("""gt="guest" d="adresse@orange.fr" path="/my-events" """, null)]
    [InlineData("""gt="guest" path="/my-events" """, "service.INVALID_REQUEST")]
    [InlineData("""gt="guest" d="adresse@orange.fr" l="10" path="/my-events" """, "service.INVALID_REQUEST")]
    [InlineData("""gt="guest" d="adresse@orange.fr" l="4711" """, "mail.NO_SUCH_FOLDER")]
    [InlineData("""gt="guest" d="other@orange.fr" path="/my-events" """, "service.INVALID_REQUEST")]
    public async Task The_old_form_names_one_grantee(string share, string? code)
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                account.Calendar("/my-events", calendar => calendar.ShareWithGuest(World.Guest, "r"))
            )
        );

        var answer = await world.SoapAsync(
            $"""<SendShareNotificationRequest xmlns="urn:zimbraMail"><share {share}/></SendShareNotificationRequest>""",
            await world.LogInAsync()
        );

        Assert.Equal(code, answer.Code);
        Assert.Equal(code is null ? [World.Guest] : [], world.Zimbra.Outbox.Mails.Select(mail => mail.EnvelopeTo));
    }
}
