using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class BulkRevocationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_revoked_again_whatever_the_spelling()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new("Un@orange.fr", "guest", "r"),
            new("Deux <deux@orange.fr>", "guest", "r"),
            new("trois@orange.fr", "guest", "r")
        );

        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeSharesAsync(
                [
                    new GuestShareItem { Calendar = Events, Guest = "un@orange.fr" },
                    new GuestShareItem { Calendar = Events, Guest = "Deux <deux@orange.fr>" },
                    new GuestShareItem { Calendar = Events, Guest = "quatre@orange.fr" },
                    new GuestShareItem { Calendar = "/rien", Guest = "un@orange.fr" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(
            [RevocationOutcome.Removed, RevocationOutcome.Removed, RevocationOutcome.NotThere],
            outcomes[..3].Select(outcome => outcome.Result!.Outcome)
        );
        Assert.IsType<ZimbraFaultException>(outcomes[3].Error);
        Assert.Equal("trois@orange.fr", Assert.Single(world.Grants()).GranteeId);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_grantee_named_in_several_ways_was_reported_removed_each_time()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        ShareItem[] list =
        [
            .. new[] { "paul@monasso.org", "president@monasso.org", world.UserId("paul@monasso.org") }.Select(name => new UserShareItem
            {
                Calendar = Events,
                User = name,
            }),
        ];

        List<BulkOutcome<ShareItem, RevocationChanges>> plans = await world
            .Client.Calendars.PlanRevocationsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        List<BulkOutcome<ShareItem, Revocation>> done = await world
            .Client.Calendars.RevokeSharesAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        RevocationOutcome[] once = [RevocationOutcome.Removed, RevocationOutcome.NotThere, RevocationOutcome.NotThere];
        Assert.Equal(once, done.Select(each => each.ResultOrThrow().Outcome));
        Assert.Equal(once, plans.Select(each => each.ResultOrThrow().Outcome));
    }

    [Fact]
    public async Task A_revocation_that_is_refused_does_not_stop_the_others()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant("un@orange.fr", "guest", "r"),
            new AccessGrant(world.UserId(Owner), "usr", "r"),
            new AccessGrant("deux@orange.fr", "guest", "r")
        );

        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeSharesAsync(
                [
                    new GuestShareItem { Calendar = Events, Guest = "un@orange.fr" },
                    new GuestShareItem { Calendar = Events, Guest = Owner },
                    new GuestShareItem { Calendar = Events, Guest = "deux@orange.fr" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal([RevocationOutcome.Removed, null, RevocationOutcome.Removed], outcomes.Select(outcome => outcome.Result?.Outcome));
        ZimbraFaultException refused = Assert.IsType<ZimbraFaultException>(outcomes[1].Error);
        Assert.Equal(ZimbraFaultCodes.PermissionDenied, refused.Code);
        Assert.Contains("revokes no grant to the owner", refused.Message, StringComparison.Ordinal);
        Assert.Equal("usr", Assert.Single(world.Grants()).Type);
    }

    [Fact]
    public async Task An_account_among_guests_is_read_back_though_the_guests_alone_would_be_believed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await SeedGuestsAsync(world);
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        ShareItem[] list = [Item("un"), Item("deux"), Item("trois"), new UserShareItem { Calendar = Events, User = "paul@monasso.org" }];

        int readings = await ReadingsAsync(world, list);

        Assert.Equal(2, readings);
        Assert.Equal("quatre@orange.fr", Assert.Single(world.Grants()).GranteeId);
    }

    [Fact]
    public async Task Guests_after_a_first_part_that_was_read_back_are_believed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await SeedGuestsAsync(world);

        int readings = await ReadingsAsync(world, [Item("un"), Item("deux"), Item("trois"), Item("quatre")]);

        Assert.Equal(1, readings);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_part_of_which_one_answer_leaves_the_outcome_open_is_read_back()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await SeedGuestsAsync(world);
        world.Server.Misbehave.On("FolderActionRequest").Call(3).FaultAfterEffect("service.FAILURE");

        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeSharesAsync(
                [Item("un"), Item("deux"), Item("trois"), Item("quatre")],
                new BulkOptions { BatchSize = 2 },
                Cancel
            )
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(RevocationOutcome.Removed, outcome.ResultOrThrow().Outcome));
        Assert.Empty(world.Grants());
    }

    private static GuestShareItem Item(string guest) => new() { Calendar = Events, Guest = $"{guest}@orange.fr" };

    private static async Task SeedGuestsAsync(AssociationWorld world)
    {
        foreach (string guest in new[] { "un", "deux", "trois", "quatre" })
        {
            await world.Client.Calendars.ShareWithGuestAsync(Events, $"{guest}@orange.fr", new() { Notify = false }, Cancel);
        }
    }

    /// <summary>How many batches of a list's revocations, two at once, read the folder back.</summary>
    private static async Task<int> ReadingsAsync(AssociationWorld world, ShareItem[] list)
    {
        world.Server.Journal.Clear();
        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeSharesAsync(list, new BulkOptions { BatchSize = 2 }, Cancel)
            .ToListAsync(Cancel);
        Assert.All(outcomes, outcome => Assert.Equal(RevocationOutcome.Removed, outcome.ResultOrThrow().Outcome));
        return world.Server.Journal.Entries.Count(entry =>
            entry.Operations.Contains("FolderActionRequest") && entry.Operations.Contains("GetFolderRequest")
        );
    }
}
