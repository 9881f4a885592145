using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What is said of a calendar that is not there, or not the owner's.</summary>
public sealed class MissingFolderTextTests
{
    private readonly StringBuilder _text = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_of_a_calendar_that_is_not_there_is_the_approved_text()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
        {
            seed.Account("adherent@monasso.org", OwnerPassword, account =>
                account.Folder("/Notes", "document").Mountpoint("/Partagé", Owner, "/Événements de l'asso")
            );
            seed.Account("vide@monasso.org", OwnerPassword);
        });
        world.Seed("/Événements de l'asso", new Testing.Model.AccessGrant(world.UserId("adherent@monasso.org"), "usr", "r"));
        await AskAsync(world.Client.Calendars, "a slip", "/my-event");
        await AskAsync(world.Client.Calendars, "another case and no accents", "/evenements de l'asso/sorties d ete");
        await AskAsync(world.Client.Calendars, "nothing like it", "/Comptabilité");
        await AskAsync(world.Client.Calendars, "the name that the web client shows", "/Calendrier");
        await AskAsync(world.Client.Calendars, "a folder below the name that the web client shows", "/Agenda/Sorties");
        await AskAsync(world.Client.Calendars, "an id", "4711");
        await using ZimbraClient admin = new ZimbraClient(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions { AdminUri = world.Server.AdminUri }
        );
        await AskAsync(admin.Calendars, "an administrator who did not say for whom", "/my-events");
        await AskAsync(admin.Mailbox(Owner).Calendars, "an administrator who did", "/my-event");
        await AskAsync(world.Client.Calendars, "accents written otherwise", "/E\u0301ve\u0301nements de l'asso");
        ZimbraClient member = world.As("adherent@monasso.org");
        await AskAsync(member.Calendars, "a mountpoint", "/Partagé");
        await AskAsync(member.Calendars, "a folder behind a mountpoint", "/Partagé/Sorties d'été");
        await AskAsync(member.Calendars, "a folder that is no calendar, by its name", "/notes/x");
        world.Server.Change(directory => directory.Accounts.Remove(directory.FindAccount(Owner)!));
        await AskAsync(member.Calendars, "a mountpoint whose owner is gone", "/Partagé");
        world
            .Server.Misbehave.On("GetFolderRequest")
            .FromCall(1)
            .Fault("mail.NO_SUCH_FOLDER", new() { Reason = "no such folder path: /x" });
        await AskAsync(member.Calendars, "where the tree is not shown", "/x");

        ApprovedText.Matches("Calendars/MissingFolders.approved.txt", _text.ToString());
    }

    private async Task AskAsync(CalendarClient calendars, string what, string calendar)
    {
        Exception e = await Assert.ThrowsAnyAsync<Exception>(() =>
            calendars.ListSharesAsync(new() { Calendar = calendar }, cancellationToken: Cancel).ToListAsync(Cancel).AsTask()
        );
        Assert.True(e is ZimbraFaultException or ArgumentException, e.ToString());
        _text.Append($"{what}\n  {e.Message}\n{(e is ZimbraFaultException fault ? $"  {fault.Explanation.French}\n" : "")}");
    }
}
