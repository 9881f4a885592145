using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A list reads each calendar once, however many guests it has, and an administrator logs in once for each owner.</summary>
public sealed class ReadOnceTests
{
    private static readonly GuestShareOptions Silent = new() { Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unchanged_list_of_hundreds_of_guests_costs_one_round_trip()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] shares = [.. Guests(350).Select(guest => new GuestShareItem { Calendar = Events, Guest = guest })];
        world.Seed(Events, [.. Guests(350).Select(guest => new AccessGrant(guest, "guest", "r"))]);

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.ResultOrThrow().Outcome));
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task New_guests_cost_a_batch_for_each_hundred()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] shares =
        [
            .. Guests(250)
                .Select(guest => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = guest,
                    Options = Silent,
                }),
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Created, outcome.ResultOrThrow().Outcome));
        Assert.Equal(250, world.Grants().Count);
        Assert.Equal(4, world.RoundTrips);
    }

    [Fact]
    public async Task Each_hundred_of_new_guests_read_the_whole_ACL_again_so_that_a_list_cost_the_square_of_its_length()
    {
        (int Requests, long Bytes) once = await CostOfNewGuestsAsync(300),
            fourfold = await CostOfNewGuestsAsync(1_200);

        // A folder read, and n/100 batches with their answers; the ACL itself comes once, with the answer to the first batch.
        Assert.Equal((4, 13), (once.Requests, fourfold.Requests));
        Assert.True(fourfold.Bytes <= 4.2 * once.Bytes, $"{once} and {fourfold}");
    }

    [Fact]
    public async Task Each_hundred_of_revoked_guests_read_the_whole_ACL_again_too()
    {
        (int Requests, long Bytes) once = await CostOfRevokedGuestsAsync(300),
            fourfold = await CostOfRevokedGuestsAsync(1_200);

        Assert.Equal((4, 13), (once.Requests, fourfold.Requests));
        Assert.True(fourfold.Bytes <= 4.2 * once.Bytes, $"{once} and {fourfold}");
    }

    [Fact]
    public async Task Each_guest_of_a_list_whose_reply_was_lost_cost_a_search_in_the_Sent_folder()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();
        GuestShareItem[] shares = [.. Guests(60).Select(guest => new GuestShareItem { Calendar = Events, Guest = guest })];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome =>
            Assert.Equal(
                (ShareOutcome.Created, NotificationStatus.Sent),
                (outcome.ResultOrThrow().Outcome, outcome.Result!.Notification.Status)
            )
        );
        Assert.Equal(60, world.Server.Outbox.Mails.Count);
        Assert.Equal(3, world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("SearchRequest")));
    }

    [Fact]
    public async Task The_end_that_the_server_gives_to_the_first_guest_of_a_calendar_is_reported_of_all_of_a_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        GuestShareItem[] shares =
        [
            .. Guests(250)
                .Select(guest => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = guest,
                    Options = Silent,
                }),
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.NotNull(outcomes[0].ResultOrThrow().EffectiveExpiry);
        Assert.Single(outcomes.Select(outcome => outcome.ResultOrThrow().EffectiveExpiry).Distinct());
    }

    [Fact]
    public async Task An_account_among_the_guests_of_a_list_is_reported_as_the_server_keeps_it_in_every_part()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string[] guests = [.. Guests(150), "paul@monasso.org", .. Guests(250).Skip(150)];
        GuestShareItem[] shares =
        [
            .. guests.Select(guest => new GuestShareItem
            {
                Calendar = Events,
                Guest = guest,
                Options = Silent with { CheckAddress = false },
            }),
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Created, outcome.ResultOrThrow().Outcome));
        Assert.Equal(GranteeType.User, outcomes[150].ResultOrThrow().Grantee.Type);
        Assert.Equal(251, world.Grants().Count);
    }

    [Fact]
    public async Task A_refused_guest_among_hundreds_costs_no_reading_and_no_other_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] shares =
        [
            .. Guests(250)
                .Select(guest => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = guest,
                    Options = Silent,
                }),
        ];
        using MisbehaviourRule refusal = world
            .Server.Misbehave.On("FolderActionRequest")
            .Call(150)
            .Fault(ZimbraFaultCodes.PermissionDenied, new() { Reason = "no" });

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.IsType<ZimbraFaultException>(outcomes[149].Error);
        Assert.Equal(249, outcomes.Count(outcome => outcome.Result is not null));
        Assert.Equal(249, world.Grants().Count);
    }

    [Fact]
    public async Task Mails_have_a_limit_of_their_own()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] shares = [.. Guests(50).Select(guest => new GuestShareItem { Calendar = Events, Guest = guest })];

        await world.Client.Calendars.ShareWithGuestsAsync(shares, new() { MailBatchSize = 20 }, Cancel).ToListAsync(Cancel);

        Assert.Equal(50, world.Server.Outbox.Mails.Count);
        Assert.Equal(
            [20, 20, 10],
            world
                .Server.Journal.Entries.Select(entry => entry.Operations.Count(operation => operation == "SendShareNotificationRequest"))
                .Where(count => count > 0)
        );
    }

    [Fact]
    public async Task What_another_caller_of_the_client_changed_during_the_list_is_read_again_and_not_made_again()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string[] guests = [.. Guests(150)];
        await using IAsyncEnumerator<BulkOutcome<GuestShareItem, GuestShare>> list = world
            .Client.Calendars.ShareWithGuestsAsync(
                guests.Select(guest => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = guest,
                    Options = Silent,
                }),
                new() { BatchSize = 1, MaxConcurrency = 1 },
                Cancel
            )
            .GetAsyncEnumerator(Cancel);
        await list.MoveNextAsync();

        GuestShare between = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            guests[^1],
            Silent with
            {
                Permissions = Permissions.Manager,
            },
            Cancel
        );
        ShareOutcome last = default;
        while (await list.MoveNextAsync())
        {
            last = list.Current.ResultOrThrow().Outcome;
        }

        // Whoever came second saw what the first had done.
        Assert.Equal(between.Outcome == ShareOutcome.Created ? ShareOutcome.Changed : ShareOutcome.Created, last);
    }

    [Fact]
    public async Task A_list_that_names_everybody_twice_reads_no_more_than_one_that_does_not()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] shares =
        [
            .. Guests(30)
                .Concat(Guests(30))
                .Select(guest => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = guest,
                    Options = Silent,
                }),
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes.Skip(30), outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.ResultOrThrow().Outcome));
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task An_administrator_logs_in_once_for_an_owner_whatever_the_number_of_calls()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await world.Client.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, $"guest{i}@orange.fr", Silent, Cancel);
        }

        Assert.Equal(1, Count(world, "DelegateAuthRequest"));
        Assert.Equal(1, Count(world, "GetInfoRequest"));
    }

    [Fact]
    public async Task A_policy_that_was_switched_off_meanwhile_is_named_though_the_owner_s_attributes_were_kept()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Silent, Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, "autre@orange.fr", Silent, Cancel)
        );

        Assert.Contains("zimbraExternalSharingEnabled is FALSE", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_a_policy_refuses_asked_for_the_policy_once_for_each_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Silent, Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");
        world.Server.Journal.Clear();

        List<BulkOutcome<GuestShareItem, GuestShare>> refused = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [.. Guests(50).Select(guest => new GuestShareItem { Calendar = Events, Guest = guest })],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.All(refused, each =>
            Assert.Contains("zimbraExternalSharingEnabled is FALSE", each.Error!.Message, StringComparison.Ordinal)
        );
        Assert.Equal(1, Count(world, "GetInfoRequest"));
    }

    [Fact]
    public async Task An_end_that_was_to_stay_and_is_later_than_a_policy_that_was_set_since_is_said_to_be_too_late()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(50);
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Silent with { Expiry = end }, Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "10d");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Silent with { Permissions = Permissions.Manager }, Cancel)
        );

        Assert.Contains("zimbraExternalShareLifetime", e.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Requests, long Bytes)> CostOfNewGuestsAsync(int count)
    {
        using var network = new Interference();
        await using AssociationWorld world = await new Association().Amid(network).StartAsync();
        (int requests, long bytes) = (network.Requests, network.ReplyBytes);
        int made = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    .. Guests(count)
                        .Select(guest => new GuestShareItem
                        {
                            Calendar = Events,
                            Guest = guest,
                            Options = Silent,
                        }),
                ],
                cancellationToken: Cancel
            )
            .CountAsync(outcome => outcome.ResultOrThrow().Outcome == ShareOutcome.Created, Cancel);
        Assert.Equal(count, made);
        return (network.Requests - requests, network.ReplyBytes - bytes);
    }

    private static async Task<(int Requests, long Bytes)> CostOfRevokedGuestsAsync(int count)
    {
        using var network = new Interference();
        await using AssociationWorld world = await new Association().Amid(network).StartAsync();
        world.Seed(Events, [.. Guests(count).Select(guest => new AccessGrant(guest, "guest", "r"))]);
        (int requests, long bytes) = (network.Requests, network.ReplyBytes);
        ShareItem[] shares = [.. Guests(count).Select(guest => new GuestShareItem { Calendar = Events, Guest = guest })];

        int revoked = await world
            .Client.Calendars.RevokeSharesAsync(shares, cancellationToken: Cancel)
            .CountAsync(outcome => outcome.ResultOrThrow().Outcome == RevocationOutcome.Removed, Cancel);

        Assert.Equal(count, revoked);
        Assert.Empty(world.Grants());
        return (network.Requests - requests, network.ReplyBytes - bytes);
    }

    private static IEnumerable<string> Guests(int count) => Enumerable.Range(0, count).Select(i => $"guest{i}@orange.fr");

    private static int Count(AssociationWorld world, string operation) =>
        world.Server.Journal.Entries.SelectMany(entry => entry.Operations).Count(each => each == operation);
}
