using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A list reads each calendar once, however many guests it has, and an administrator logs in once for each owner.</summary>
public sealed class ReadOnceTests
{
    private static readonly GuestShareOptions Silent = new() { Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unchanged_list_of_hundreds_of_guests_costs_one_round_trip()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestShareRequest[] shares = [.. Guests(350).Select(guest => new GuestShareRequest(SharingWorld.Events, guest))];
        world.Seed(SharingWorld.Events, [.. Guests(350).Select(guest => new AccessGrant(guest, "guest", "r"))]);

        List<BulkOutcome<GuestShareRequest, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.ResultOrThrow().Outcome));
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task New_guests_cost_a_batch_for_each_hundred()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestShareRequest[] shares =
        [
            .. Guests(250).Select(guest => new GuestShareRequest(SharingWorld.Events, guest) { Options = Silent }),
        ];

        List<BulkOutcome<GuestShareRequest, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Created, outcome.ResultOrThrow().Outcome));
        Assert.Equal(250, world.Grants().Count);
        Assert.Equal(4, world.RoundTrips);
    }

    [Fact]
    public async Task Mails_have_a_limit_of_their_own()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestShareRequest[] shares = [.. Guests(50).Select(guest => new GuestShareRequest(SharingWorld.Events, guest))];

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
        await using SharingWorld world = await SharingWorld.StartAsync();
        string[] guests = [.. Guests(150)];
        await using IAsyncEnumerator<BulkOutcome<GuestShareRequest, GuestShare>> list = world
            .Client.Calendars.ShareWithGuestsAsync(
                guests.Select(guest => new GuestShareRequest(SharingWorld.Events, guest) { Options = Silent }),
                new() { BatchSize = 1, MaxConcurrency = 1 },
                Cancel
            )
            .GetAsyncEnumerator(Cancel);
        await list.MoveNextAsync();

        GuestShare between = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
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
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestShareRequest[] shares =
        [
            .. Guests(30).Concat(Guests(30)).Select(guest => new GuestShareRequest(SharingWorld.Events, guest) { Options = Silent }),
        ];

        List<BulkOutcome<GuestShareRequest, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(shares, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes.Skip(30), outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.ResultOrThrow().Outcome));
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task An_administrator_logs_in_once_for_an_owner_whatever_the_number_of_calls()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        for (int i = 0; i < 3; i++)
        {
            await world
                .Client.Mailbox(SharingWorld.Owner)
                .Calendars.ShareWithGuestAsync(SharingWorld.Events, $"guest{i}@orange.fr", Silent, Cancel);
        }

        Assert.Equal(1, Count(world, "DelegateAuthRequest"));
        Assert.Equal(1, Count(world, "GetInfoRequest"));
    }

    [Fact]
    public async Task A_policy_that_was_switched_off_meanwhile_is_named_though_the_owner_s_attributes_were_kept()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, Silent, Cancel);
        world.Server.Change(directory => directory.FindAccount(SharingWorld.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, "autre@orange.fr", Silent, Cancel)
        );

        Assert.Contains("zimbraExternalSharingEnabled is FALSE", e.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Guests(int count) => Enumerable.Range(0, count).Select(i => $"guest{i}@orange.fr");

    private static int Count(SharingWorld world, string operation) =>
        world.Server.Journal.Entries.SelectMany(entry => entry.Operations).Count(each => each == operation);
}
