using System.Collections.Concurrent;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class BulkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_out_of_range_and_empty_entries_are_refused_at_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        CalendarClient calendars = world.Client.Calendars;

        Assert.ThrowsAny<ArgumentException>(() => calendars.ShareWithGuestsAsync([], new() { MaxConcurrency = 0 }, Cancel));
        Assert.ThrowsAny<ArgumentException>(() => calendars.ShareWithGuestsAsync([], new() { BatchSize = 101 }, Cancel));
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            calendars.ShareWithGuestsAsync([new() { Calendar = "/a", Guest = "b@c.d" }, null!], cancellationToken: Cancel)
        );
        Assert.Contains("Item 1", e.Message, StringComparison.Ordinal);
        Assert.Empty(await calendars.ShareWithGuestsAsync([], cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task Each_entry_has_its_own_outcome_in_the_lists_order()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, "la@orange.fr", cancellationToken: Cancel);

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = Events, Guest = "un@orange.fr" },
                    new() { Calendar = "/rien", Guest = "un@orange.fr" },
                    new() { Calendar = Events, Guest = "personne" },
                    new() { Calendar = Events, Guest = "la@orange.fr" },
                    new()
                    {
                        Calendar = "/Calendar",
                        Guest = "un@orange.fr",
                        Options = new() { Permissions = Permissions.Admin },
                    },
                    new()
                    {
                        Calendar = Events,
                        Guest = "deux@orange.fr",
                        Options = new() { Expiry = TimeProvider.System.GetUtcNow().AddDays(-1) },
                    },
                    new() { Calendar = "/a:b", Guest = "un@orange.fr" },
                    new() { Calendar = Events, Guest = "paul@monasso.org" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, 8), outcomes.Select(outcome => outcome.Index));
        Assert.Equal(ShareOutcome.Created, outcomes[0].ResultOrThrow().Outcome);
        Assert.Equal(NotificationStatus.Sent, outcomes[0].Result?.Notification.Status);
        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, Assert.IsType<ZimbraFaultException>(outcomes[1].Error).Code);
        Assert.IsAssignableFrom<ArgumentException>(outcomes[2].Error);
        Assert.Equal(ShareOutcome.Unchanged, outcomes[3].Result?.Outcome);
        Assert.Equal(ZimbraFaultCodes.CannotGrant, Assert.Throws<ZimbraFaultException>(outcomes[4].ResultOrThrow).Code);
        Assert.Contains("past", outcomes[5].Error?.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<ArgumentException>(outcomes[6].Error);
        Assert.Equal(GranteeType.User, outcomes[7].Result?.Grantee.Type);
        Assert.Equal(["la@orange.fr", "paul@monasso.org", "un@orange.fr"], world.Server.Outbox.Mails.Select(mail => mail.To).Order());
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_note_or_password_that_cannot_be_sent_is_reported_for_its_entry_and_leaves_no_grant_that_nobody_is_reported(
        bool inNote
    )
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareOptions bad = inNote ? new() { Note = "Bonjour\u0001" } : new() { GrantPassword = new Secret("Bonjour\u0001") };

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = Events, Guest = "un@orange.fr" },
                    new()
                    {
                        Calendar = Events,
                        Guest = "deux@orange.fr",
                        Options = bad,
                    },
                    new() { Calendar = Events, Guest = "trois@orange.fr" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        ArgumentException e = Assert.IsAssignableFrom<ArgumentException>(outcomes[1].Error);
        Assert.Contains("U+0001 at position 7", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bonjour", e.Message, StringComparison.Ordinal);
        Assert.Equal(
            [NotificationStatus.Sent, null, NotificationStatus.Sent],
            outcomes.Select(outcome => outcome.Result?.Notification.Status)
        );
        Assert.Equal(["trois@orange.fr", "un@orange.fr"], world.Grants().Select(grant => grant.GranteeId).Order());
        Assert.Equal(["trois@orange.fr", "un@orange.fr"], world.Server.Outbox.Mails.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task Twenty_guests_of_a_calendar_cost_three_round_trips_mails_included_and_one_when_all_exist()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] list =
        [
            .. Enumerable.Range(1, 20).Select(n => new GuestShareItem { Calendar = Events, Guest = $"g{n}@orange.fr" }),
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(3, world.RoundTrips);
        Assert.All(outcomes, outcome =>
            Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (outcome.Result!.Outcome, outcome.Result.Notification.Status))
        );
        Assert.Equal(20, world.Server.Outbox.Mails.Count);
        Assert.Equal(20, world.Grants().Count);

        world.Server.Journal.Clear();
        outcomes = await world.Client.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel).ToListAsync(Cancel);
        Assert.Equal(1, world.RoundTrips);
        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.Result!.Outcome));
        Assert.Equal(20, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task The_same_guest_twice_is_shared_with_once_and_mailed_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = Events, Guest = "un@orange.fr" },
                    new() { Calendar = "MY-EVENTS", Guest = "UN@orange.fr" },
                    new() { Calendar = Events, Guest = " un@orange.fr" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(
            [ShareOutcome.Created, ShareOutcome.Unchanged, ShareOutcome.Unchanged],
            outcomes.Select(outcome => outcome.Result!.Outcome)
        );
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Entries_for_one_calendar_go_in_order_also_where_some_name_it_by_its_id()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string id = world.Folder(Events).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        GuestShareItem[] list =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i => new GuestShareItem
                {
                    Calendar = i % 2 == 0 ? Events : id,
                    Guest = "un@orange.fr",
                    Options = new() { Permissions = i % 4 < 2 ? Permissions.Viewer : Permissions.Manager },
                }),
            new() { Calendar = "/Calendar", Guest = "un@orange.fr" },
            new() { Calendar = "/rien", Guest = "un@orange.fr" },
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [
                ShareOutcome.Created,
                ShareOutcome.Unchanged,
                ShareOutcome.Changed,
                ShareOutcome.Unchanged,
                ShareOutcome.Changed,
                ShareOutcome.Unchanged,
                ShareOutcome.Changed,
                ShareOutcome.Unchanged,
                ShareOutcome.Created,
                null,
            ],
            outcomes.Select(outcome => outcome.Result?.Outcome)
        );
        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, Assert.IsType<ZimbraFaultException>(outcomes[9].Error).Code);
        Assert.Equal("rwidx", Assert.Single(world.Grants()).Rights);
    }

    [Fact]
    public async Task An_administrator_shares_the_calendars_of_many_owners_with_many_guests()
    {
        string[] owners = [.. Enumerable.Range(1, 6).Select(n => $"owner{n}@monasso.org")];
        await using AssociationWorld world = await new Association()
            .AsAdmin()
            .With(seed =>
            {
                foreach (string owner in owners[..5])
                {
                    seed.Account(owner, OwnerPassword, account => account.Calendar("/Agenda"));
                }
            })
            .StartAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                GuestShareItem.Combine(owners, "/Agenda", ["un@orange.fr", "deux@free.fr"], new() { Permissions = Permissions.Manager }),
                new() { MaxConcurrency = 3 },
                Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(owners.SelectMany(owner => new[] { owner, owner }), outcomes.Select(outcome => outcome.Item.Owner));
        Assert.All(outcomes[..10], outcome =>
            Assert.Equal((ShareOutcome.Created, outcome.Item.Owner), (outcome.Result?.Outcome, outcome.Result?.Owner))
        );
        Assert.All(outcomes[10..], outcome =>
            Assert.Equal(ZimbraFaultCodes.NoSuchAccount, Assert.IsType<ZimbraFaultException>(outcome.Error).Code)
        );
        Assert.Equal(10, world.Server.Outbox.Mails.Count);
        Assert.Equal(5, world.Server.Journal.Of("DelegateAuthRequest").Count(entry => entry.Status == 200));
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_work()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] list =
        [
            .. Enumerable.Range(1, 50).Select(n => new GuestShareItem { Calendar = Events, Guest = $"g{n}@orange.fr" }),
        ];

        await foreach (
            BulkOutcome<GuestShareItem, GuestShare> outcome in world.Client.Calendars.ShareWithGuestsAsync(
                list,
                new() { BatchSize = 1 },
                Cancel
            )
        )
        {
            Assert.Equal(ShareOutcome.Created, outcome.ResultOrThrow().Outcome);
            break;
        }

        // The one request that was under way may still be carried out by the server.
        int made = world.Grants().Count;
        await world.Client.SendAsync(new NoOpRequest(), Cancel);
        await world.Client.SendAsync(new NoOpRequest(), Cancel);
        Assert.InRange(world.Grants().Count, Math.Max(made, 1), Math.Min(made + 1, 49));
    }

    [Fact]
    public async Task Cancelling_ends_the_work_with_that_very_exception()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var source = new CancellationTokenSource();
        GuestShareItem[] list =
        [
            .. Enumerable.Range(1, 50).Select(n => new GuestShareItem { Calendar = Events, Guest = $"g{n}@orange.fr" }),
        ];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (
                BulkOutcome<GuestShareItem, GuestShare> _ in world.Client.Calendars.ShareWithGuestsAsync(
                    list,
                    new() { BatchSize = 1 },
                    source.Token
                )
            )
            {
                await source.CancelAsync();
            }
        });

        Assert.InRange(world.Grants().Count, 1, 49);
    }

    [Fact]
    public async Task What_the_function_for_the_password_throws_is_thrown_once_and_no_entry_keeps_it_for_the_host()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var locked = new UnauthorizedAccessException("The vault is locked.");
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) =>
            e.Exception.Flatten().InnerExceptions.ToList().ForEach(unobserved.Enqueue);
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            Assert.Same(locked, await FailAsync(world.Server, locked));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        Assert.DoesNotContain(locked, unobserved);
    }

    [Fact]
    public async Task The_servers_limit_of_requests_is_kept()
    {
        await using AssociationWorld world = await new Association()
            .Using(options =>
            {
                options.MaxRequestsPerSecond = 8;
                options.MaxRetries = 0;
            })
            .StartAsync();
        world.Server.Misbehave.LimitRequests(10, status: 429);
        GuestShareItem[] list =
        [
            .. Enumerable
                .Range(1, 8)
                .Select(n => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = $"g{n}@orange.fr",
                    Options = new() { Notify = false },
                }),
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(list, new() { BatchSize = 1 }, Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        Assert.Equal(9, world.RoundTrips);
    }

    [Fact]
    public async Task Two_spellings_of_one_guest_are_done_one_after_the_other()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = Events, Guest = "jean@été.fr" },
                    new()
                    {
                        Calendar = Events,
                        Guest = "Jean@xn--t-9fab.fr",
                        Options = new() { Permissions = Permissions.Manager },
                    },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal([ShareOutcome.Created, ShareOutcome.Changed], outcomes.Select(outcome => outcome.ResultOrThrow().Outcome));
        Assert.Equal("rwidx", Assert.Single(world.Grants()).Rights);
    }

    // In a method of its own, which keeps no task once it has expired.
    private static async Task<Exception?> FailAsync(FakeZimbra server, Exception locked)
    {
        await using var client = new ZimbraClient(server.ServerUri, ZimbraCredentials.PasswordFrom(Owner, _ => throw locked));
        GuestShareItem[] list =
        [
            .. Enumerable
                .Range(1, 3)
                .SelectMany(n =>
                    new GuestShareItem[]
                    {
                        new() { Calendar = Events, Guest = $"g{n}@orange.fr" },
                        new() { Calendar = "/Calendar", Guest = $"g{n}@orange.fr" },
                    }
                ),
        ];
        return await Record.ExceptionAsync(() =>
            client.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel).ToListAsync(Cancel).AsTask()
        );
    }
}
