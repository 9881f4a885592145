using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A list that is stopped leaves nobody who has a share and never hears of it.</summary>
public sealed class StoppedListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static GuestShareItem[] Guests(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new GuestShareItem { Calendar = Events, Guest = $"g{n}@orange.fr" })];

    [Fact]
    public async Task A_list_that_was_stopped_between_grants_and_mails_left_guests_who_were_never_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var stop = new CancellationTokenSource();
        var way = new Interference();
        way.Before("SendShareNotificationRequest", stop.Cancel);
        CalendarClient calendars = world.AsOwner(way: way).Calendars;
        BulkOptions options = new() { BatchSize = 10, StopToken = stop.Token };

        List<BulkOutcome<GuestShareItem, GuestShare>> stopped = await calendars
            .ShareWithGuestsAsync(Guests(30), options, Cancel)
            .ToListAsync(Cancel);
        int mails = world.Server.Outbox.Mails.Count;
        await calendars.ShareWithGuestsAsync(Guests(30), cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, 10), stopped.Select(outcome => outcome.Index));
        Assert.Equal(10, mails);
        Assert.Equal((30, 30), (world.Grants().Count, world.Server.Outbox.Mails.Select(mail => mail.To).Distinct().Count()));
        Assert.Equal(30, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_list_that_was_stopped_before_anything_does_nothing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        BulkOptions options = new() { StopToken = new CancellationToken(canceled: true) };

        Assert.Empty(await world.Client.Calendars.ShareWithGuestsAsync(Guests(3), options, Cancel).ToListAsync(Cancel));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_list_of_accounts_that_is_stopped_finishes_those_that_it_began()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var stop = new CancellationTokenSource();
        var way = new Interference();
        way.Before("CreateAccountRequest", stop.Cancel);
        NewGuestAccount[] accounts =
        [
            .. Enumerable
                .Range(1, 5)
                .Select(n => new NewGuestAccount
                {
                    OwnerDomain = "monasso.org",
                    Guest = $"g{n}@orange.fr",
                    Password = new Secret("gu3st-pa55word"),
                }),
        ];

        List<BulkOutcome<NewGuestAccount, GuestCreation>> outcomes = await world
            .AsAdmin(way: way)
            .Guests.CreateAllAsync(accounts, new() { MaxConcurrency = 1, StopToken = stop.Token }, Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(GuestStep.Created, Assert.Single(outcomes).ResultOrThrow().Step);
    }

    [Fact]
    public async Task What_a_callers_function_throws_is_not_taken_for_a_cancellation_of_the_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var late = new TaskCanceledException("The vault did not answer in 5 s.");
        await using ZimbraClient client = new(
            world.Server.ServerUri,
            ZimbraCredentials.PasswordFrom(Owner, _ => ValueTask.FromException<Secret>(late))
        );

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Calendars.ShareWithGuestsAsync(Guests(3), cancellationToken: Cancel).ToListAsync(Cancel).AsTask()
        );

        Assert.Equal(late.Message, thrown.Message);
    }
}
