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
    public async Task The_calendar_of_another_s_id_was_reported_under_the_caller_s_own_name_and_address()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Colleague, Administering(), Cancel);
        ZimbraClient colleague = world.As(Colleague);

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            colleague.Calendars.ShareWithGuestAsync(IdOf(world, Events), Guest, cancellationToken: Cancel)
        );

        Assert.Contains($"belongs to {Owner}, not to {Colleague}", e.Message, StringComparison.Ordinal);
        Assert.Contains($"Mailbox(\"{Owner}\")", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_id_of_a_third_account_does_not_share_the_folder_that_has_the_same_number_in_the_mailbox_in_use()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("tiers@monasso.org", OwnerPassword, account => account.Calendar("/a").Calendar("/b").Calendar("/c"))
        );
        await world.Client.Calendars.ShareWithUserAsync(Events, Colleague, Administering(), Cancel);
        ZimbraMailbox owner = world.As(Colleague).Mailbox(Owner);
        string third = $"{world.UserId("tiers@monasso.org")}:{world.Folder(Events).Id}";

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            owner.Calendars.ShareWithGuestAsync(third, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("belongs to tiers@monasso.org", e.Message, StringComparison.Ordinal);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_calendar_is_named_by_its_own_account_and_number_whoever_asks()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, Colleague, Administering(), Cancel);
        string id = IdOf(world, Events);

        foreach (CalendarClient calendars in new[] { world.Client.Calendars, world.As(Colleague).Mailbox(Owner).Calendars })
        {
            CalendarGrant? found = await calendars.FindShareAsync(id, Colleague, Cancel);
            Assert.Equal((Owner, Events), (found?.Owner, found?.Path.Value));
        }
    }

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
