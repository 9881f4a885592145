using System.Collections.Concurrent;
using System.Net.Sockets;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestListTests
{
    private const string Domain = "monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static NewGuestAccount Entry(string mail, string domain = Domain) =>
        GuestCreations.WithCalendar with
        {
            Guest = mail,
            OwnerDomain = domain,
        };

    [Fact]
    public async Task Options_out_of_range_and_empty_entries_are_refused_at_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;

        Assert.ThrowsAny<ArgumentException>(() => guests.CreateAllAsync([], new() { MaxConcurrency = 0 }, Token));
        Assert.Contains(
            "Entry 1",
            Assert.ThrowsAny<ArgumentException>(() => guests.CreateAllAsync([Entry("a@b.fr"), null!], cancellationToken: Token)).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(await guests.CreateAllAsync([], cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(world.Server.Journal.Entries);
    }

    [Fact]
    public async Task Each_entry_has_its_own_outcome_in_the_lists_order_and_a_guest_named_twice_gets_one_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<NewGuestAccount, GuestCreation>> outcomes = await world
            .AsAdmin()
            .Guests.CreateAllAsync(
                [
                    Entry("un@orange.fr"),
                    Entry("Deux <deux@orange.fr>"),
                    Entry("trois@orange.fr", "nowhere.org"),
                    Entry(" Un@orange.fr"),
                    Entry("quatre@orange.fr") with
                    {
                        Password = new Secret(""),
                    },
                    Entry(Owner),
                    Entry("cinq@orange.fr"),
                ],
                cancellationToken: Token
            )
            .ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 7), outcomes.Select(outcome => outcome.Index));
        Assert.Equal(GuestStep.Created, outcomes[0].ResultOrThrow().Step);
        Assert.Contains("deux@orange.fr", Assert.IsAssignableFrom<ArgumentException>(outcomes[1].Error).Message, StringComparison.Ordinal);
        Assert.Equal(ZimbraFaultCodes.NoSuchDomain, Assert.IsType<ZimbraFaultException>(outcomes[2].Error).Code);
        Assert.Equal(GuestStep.Unchanged, outcomes[3].ResultOrThrow().Step);
        Assert.ThrowsAny<ArgumentException>(outcomes[4].ResultOrThrow);
        Assert.IsType<ZimbraGuestCollisionException>(outcomes[5].Error);
        Assert.Equal("cinq.orange.fr@monasso.org", outcomes[6].Result?.Identifier.Value);
        Assert.Equal(200, await world.ReadFeedAsync("cinq.orange.fr@monasso.org", GuestPassword));
        Assert.Null(world.Server.Directory.FindAccount("quatre.orange.fr@monasso.org"));
    }

    [Fact]
    public async Task Two_spellings_of_one_guest_are_done_one_after_the_other()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        NewGuestAccount[] list =
        [
            .. Enumerable.Range(1, 6).SelectMany(n => new[] { Entry($"g{n}@événement.fr"), Entry($" G{n}@xn--vnement-9xab.fr") }),
        ];

        List<BulkOutcome<NewGuestAccount, GuestCreation>> outcomes = await world
            .AsAdmin()
            .Guests.CreateAllAsync(list, new() { MaxConcurrency = 12 }, Token)
            .ToListAsync(Token);

        Assert.All(outcomes.Chunk(2), pair =>
            Assert.Equal([GuestStep.Created, GuestStep.Unchanged], pair.Select(outcome => outcome.ResultOrThrow().Step))
        );
        Assert.Equal(6, world.Server.Journal.Of("CreateAccountRequest").Count);
    }

    [Fact]
    public async Task A_lost_reply_in_the_middle_of_a_list_makes_no_second_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(2).ResetAfterEffect();
        NewGuestAccount[] list = [.. Enumerable.Range(1, 12).Select(n => Entry($"g{n}@orange.fr"))];

        List<BulkOutcome<NewGuestAccount, GuestCreation>> outcomes = await world
            .AsAdmin()
            .Guests.CreateAllAsync(list, new() { MaxConcurrency = 3 }, Token)
            .ToListAsync(Token);

        Assert.All(outcomes, outcome => Assert.Equal(GuestStep.Created, outcome.ResultOrThrow().Step));
        Assert.Equal(list.Select(entry => entry.Guest), outcomes.Select(outcome => outcome.Result!.Account.Mail));
    }

    [Fact]
    public async Task No_more_accounts_are_worked_on_at_once_than_asked()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var connections = new ConcurrentDictionary<int, int>();
        ZimbraClient admin = world.AsAdmin(options =>
            options.ConfigureHttp = http =>
                http.ConnectCallback = async (context, cancellationToken) =>
                {
                    connections.AddOrUpdate(context.DnsEndPoint.Port, 1, (_, count) => count + 1);
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
        );

        await admin
            .Guests.CreateAllAsync(Enumerable.Range(1, 12).Select(n => Entry($"g{n}@orange.fr")), new() { MaxConcurrency = 2 }, Token)
            .ToListAsync(Token);

        Assert.Equal(new HashSet<int> { world.Server.ServerUri.Port, world.Server.AdminUri.Port }, [.. connections.Keys]);
        Assert.All(connections.Values, count => Assert.InRange(count, 1, 2));
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_work()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await foreach (
            BulkOutcome<NewGuestAccount, GuestCreation> first in world
                .AsAdmin()
                .Guests.CreateAllAsync(Enumerable.Range(1, 30).Select(n => Entry($"g{n}@orange.fr")), new() { MaxConcurrency = 1 }, Token)
        )
        {
            Assert.Equal(0, first.Index);
            break;
        }

        Assert.Null(world.Server.Directory.FindAccount("g30.orange.fr@monasso.org"));
    }

    [Fact]
    public async Task Cancelling_ends_the_work_with_that_very_exception()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (
                BulkOutcome<NewGuestAccount, GuestCreation> _ in world
                    .AsAdmin()
                    .Guests.CreateAllAsync(
                        Enumerable.Range(1, 30).Select(n => Entry($"g{n}@orange.fr")),
                        new() { MaxConcurrency = 1 },
                        source.Token
                    )
            )
            {
                await source.CancelAsync();
            }
        });

        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Null(world.Server.Directory.FindAccount("g30.orange.fr@monasso.org"));
    }
}
