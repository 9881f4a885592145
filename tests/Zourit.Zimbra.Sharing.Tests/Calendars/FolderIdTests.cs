using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Whose calendar is meant by an id, and what it inherits, is never guessed.</summary>
public sealed class FolderIdTests
{
    private const string Colleague = "paul@monasso.org";
    private const string Parent = "/Événements de l'asso";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shares_that_a_calendar_inherits_were_not_there_for_a_colleague_who_named_it_by_its_id()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Parent, Colleague, Administering(), Cancel);
        await world.Client.Calendars.ShareWithGuestAsync(Parent, Guest, new() { Notify = false, AllowOtherFolders = true }, Cancel);
        CalendarClient calendars = world.As(Colleague).Mailbox(Owner).Calendars;

        foreach (string name in new[] { Trips, $"{world.Folder(Trips).Id}", IdOf(world, Trips) })
        {
            CalendarGrant? found = await calendars.FindShareAsync(name, Guest, Cancel);
            Assert.Equal(Parent, found?.InheritedFrom?.Value);
        }

        Revocation revocation = await calendars.RevokeGuestAsync($"{world.Folder(Trips).Id}", Guest, cancellationToken: Cancel);
        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal("usr", Assert.Single(world.Grants(Trips)).Type);
    }

    private static UserShareOptions Administering() =>
        new()
        {
            Permissions = Permissions.Parse("rwidxa"),
            Notify = false,
            AllowOtherFolders = true,
        };

    private static string IdOf(AssociationWorld world, string calendar) => $"{world.UserId(Owner)}:{world.Folder(calendar).Id}";
}
