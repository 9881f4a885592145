using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>What stands is read from the directory, as far as it can be believed.</summary>
public sealed class DirectoryTests
{
    private const int OwnerCount = 12;

    [Theory]
    [InlineData("adminLoginAs", "getAccountInfo")]
    [InlineData("adminLoginAs", "getAccountInfo", "get.account.zimbraSharedItem")]
    [InlineData("adminLoginAs", "getAccountInfo", "listAccount")]
    [InlineData("adminLoginAs", "listAccount", "get.account.zimbraSharedItem")]
    public async Task An_administrator_who_may_not_read_the_directory_reads_every_mailbox_and_is_told_so(params string[] rights)
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync(more: seed =>
            seed.Administrator(DirectoryWorld.Pipe, PlanWorld.Password, admin => admin.Grant(rights))
        );

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(), administrator: DirectoryWorld.Pipe);

        Assert.False(plan.HasChanges);
        Assert.Equal((2 * OwnerCount, 0), (plan.Summary.Unchanged, plan.Summary.UnknownOwners));
        Assert.Equal(OwnerCount, world.MailboxesRead);
        Assert.Contains("every owner is read there", Assert.Single(plan.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_does_not_show_an_owner_who_publishes_is_blind()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync(more: seed =>
            seed.Administrator(DirectoryWorld.Pipe, PlanWorld.Password, admin =>
                admin
                    .Grant("adminLoginAs", "getAccountInfo", "get.account.zimbraSharedItem")
                    .GrantOn("account", DirectoryWorld.Name(OwnerCount - 1), "listAccount")
            )
        );

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(), administrator: DirectoryWorld.Pipe);

        Assert.Equal(OwnerCount, world.MailboxesRead);
        Assert.Contains(DirectoryWorld.Name(0), Assert.Single(plan.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_stays_behind_is_believed_of_nobody()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();
        world.Server.Misbehave.LagPublication(TimeSpan.FromDays(1));
        await ShareAsync(world, DirectoryWorld.Name(3), "new@example.com");
        Manifest manifest = await world.ManifestAsync($"owner: {DirectoryWorld.Name(3)}, calendar: /e, guest: new@example.com");

        SharingPlan plan = await world.PlanAsync(manifest);

        Assert.False(plan.HasChanges);
        Assert.DoesNotContain(plan.Owners, owner => owner.IsFromDirectory);
        Assert.Contains(DirectoryWorld.Name(3), Assert.Single(plan.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_catches_up_within_seconds_is_believed_again()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();
        world.Server.Misbehave.LagPublication(TimeSpan.FromSeconds(4));
        await ShareAsync(world, DirectoryWorld.Name(3), "new@example.com");
        Manifest manifest = await world.ManifestAsync($"owner: {DirectoryWorld.Name(3)}, calendar: /e, guest: new@example.com");

        SharingPlan plan = await world.PlanAsync(manifest);

        Assert.Empty(plan.Warnings);
        Assert.False(plan.HasChanges);
        Assert.Contains(plan.Owners, owner => owner.IsFromDirectory);
    }

    [Fact]
    public async Task What_is_to_be_absent_is_looked_for_in_the_mailbox_and_not_in_the_directory()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();
        world.Server.Misbehave.LagPublication(TimeSpan.FromDays(1));
        await ShareAsync(world, DirectoryWorld.Name(5), "leaver@example.com");
        Manifest manifest = await world.ManifestAsync($"owner: {DirectoryWorld.Name(5)}, guest: leaver@example.com, absent: true");

        SharingPlan plan = await world.PlanAsync(manifest);

        PlannedChange removal = Assert.Single(plan.Changes);
        Assert.Equal((ChangeAction.Remove, "leaver@example.com"), (removal.Action, removal.Grantee.Name));
    }

    [Fact]
    public async Task A_share_that_the_directory_shows_and_the_folder_has_no_more_is_not_removed_but_passed_over()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();
        string owner = DirectoryWorld.Name(2);
        await ShareAsync(world, owner, "leaver@example.com");
        world.Server.Misbehave.LagPublication(TimeSpan.FromDays(1));
        await world.World.Admin.Mailbox(owner).Calendars.RevokeGuestAsync("/e", "leaver@example.com", null, Files.Token);
        Manifest manifest = await world.ManifestAsync(settings: "scope: { owners: ['*@monasso.org'] }");

        SharingPlan plan = await world.PlanAsync(manifest, new() { Prune = PruneMode.Scope });

        Assert.Empty(plan.Changes);
    }

    [Fact]
    public async Task With_an_owners_own_credentials_folders_are_read_and_no_directory_is_missed()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();
        await using ZimbraClient owner = world.World.Connect(
            ZimbraCredentials.Password(DirectoryWorld.Name(0), new Secret(PlanWorld.Password))
        );

        SharingPlan plan = await world.World.PlanAsync(await world.ManifestAsync(), client: owner);

        Assert.Empty(plan.Warnings);
        Assert.Equal(OwnerCount - 1, plan.Summary.UnknownOwners);
        Assert.Equal(2, plan.Summary.Unchanged);
    }

    [Fact]
    public async Task Each_owner_is_read_once_a_week()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync();
        List<string> read = [];
        for (int day = 0; day < 7; day++)
        {
            SharingPlan plan = await world.PlanAsync(manifest);
            read.AddRange(plan.Owners.Where(owner => !owner.IsFromDirectory).Select(owner => owner.Owner));
            Assert.False(plan.HasChanges);
            Assert.Equal(2 * OwnerCount, plan.Summary.Unchanged);
            world.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(world.Names, read.Order());
        Assert.Equal(OwnerCount, world.MailboxesRead);
    }

    [Fact]
    public async Task A_delegated_administrator_reads_the_directory_too()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync(more: seed =>
            seed.Administrator(DirectoryWorld.Pipe, PlanWorld.Password, admin =>
                admin.Grant("adminLoginAs", "getAccountInfo", "listAccount", "get.account.zimbraSharedItem")
            )
        );

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(), administrator: DirectoryWorld.Pipe);

        Assert.Empty(plan.Warnings);
        Assert.Equal(plan.Owners.Count(owner => !owner.IsFromDirectory), world.MailboxesRead);
        Assert.InRange(world.MailboxesRead, 0, OwnerCount / 2);
    }

    [Fact]
    public async Task Who_asks_for_verification_reads_every_folder()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync();

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(), new() { Verify = true });

        Assert.Equal(OwnerCount, world.MailboxesRead);
        Assert.Equal(0, world.Count("SearchDirectoryRequest"));
        Assert.Equal(2 * OwnerCount, plan.Summary.Unchanged);
    }

    [Fact]
    public async Task An_alias_of_an_owner_who_was_believed_is_the_same_owner()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync(more: seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account
                    .Alias("p@monasso.org")
                    .Calendar("/e", calendar => calendar.ShareWithGuest("a@x.org", "r").ShareWithGuest("b@x.org", "r"))
            )
        );
        Manifest manifest = await world.ManifestAsync(
            "owner: paul@monasso.org, calendar: /e, guest: a@x.org\nowner: p@monasso.org, calendar: /e, guest: b@x.org",
            "scope: { owners: ['*@monasso.org'] }"
        );

        SharingPlan plan = await world.PlanAsync(manifest, new() { Prune = PruneMode.Scope });

        Assert.Empty(plan.Changes);
        Assert.Single(plan.Owners, owner => owner.Owner == "paul@monasso.org");
    }

    private static async Task ShareAsync(DirectoryWorld world, string owner, string guest)
    {
        await world.World.Admin.Mailbox(owner).Calendars.ShareWithGuestAsync("/e", guest, new() { Notify = false }, Files.Token);
        world.Server.Journal.Clear();
    }
}
