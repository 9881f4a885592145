using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Benchmarks.Stubs;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>What lists of guests cost who all have their shares already: requests, and how the cost grows with the list.</summary>
internal static class BulkRun
{
    private const int Calendars = 50;
    private const int GuestsOfEach = 100;
    private const int Rounds = 7;
    private const int SingleCalls = 2_000;

    public static async Task RunAsync(StubProcess stub, Action<string, double, string> write)
    {
        await using var client = new ZimbraClient(
            stub.Address,
            ZimbraCredentials.Password(CalendarReplies.Owner, new Secret("Secret-1alice"))
        );
        string one = CalendarReplies.Path(1);
        await client.Calendars.ShareWithGuestAsync(one, CalendarReplies.Guest(0));

        GuestShareItem[] list =
        [
            .. Enumerable.Range(0, Calendars).SelectMany(number => Guests(CalendarReplies.Path(GuestsOfEach, number), GuestsOfEach)),
        ];
        int before = await stub.RequestsAsync();
        await ShareAsync(client, list, ShareOutcome.Unchanged);
        int requests = await stub.RequestsAsync() - before;
        write(
            "bulk.unchanged.requests",
            requests,
            string.Create(
                CultureInfo.InvariantCulture,
                $"for {list.Length} guests of {Calendars} calendars, all shared already; without the login"
            )
        );

        await GrowthAsync(client, ShareOutcome.Unchanged, (1_000, 10_000), write);
        await GrowthAsync(client, ShareOutcome.Created, (2_000, 20_000), write);

        var single = new Lane(() => client.Calendars.ShareWithGuestAsync(one, CalendarReplies.Guest(0)));
        await single.WarmUpAsync(SingleCalls);
        for (int round = 0; round < Rounds; round++)
        {
            await single.RunRoundAsync(SingleCalls);
        }

        write(
            "share.unchanged.allocated",
            single.MedianBytes / 1024,
            string.Create(
                CultureInfo.InvariantCulture,
                $"KB for a guest who has the share already, {single.MedianMicroseconds:0} µs CPU; median of {Rounds} rounds of "
                    + $"{SingleCalls} calls"
            )
        );
    }

    /// <summary>What ten times as many guests of one calendar cost, who all have their shares, or none of them has.</summary>
    private static async Task GrowthAsync(
        ZimbraClient client,
        ShareOutcome due,
        (int Few, int Many) guests,
        Action<string, double, string> write
    )
    {
        bool isNew = due == ShareOutcome.Created;
        GuestShareItem[] Of(int count) => [.. Guests(CalendarReplies.Path(isNew ? 1 : count, 1), count, isNew ? 1 : 0)];
        GuestShareItem[] few = Of(guests.Few),
            many = Of(guests.Many);
        var fewLane = new Lane(() => ShareAsync(client, few, due));
        var manyLane = new Lane(() => ShareAsync(client, many, due));

        // The first calls compile.
        await fewLane.WarmUpAsync(10);
        await manyLane.WarmUpAsync(2);
        for (int round = 0; round < Rounds; round++)
        {
            await fewLane.RunRoundAsync(10);
            await manyLane.RunRoundAsync(1);
        }

        write(
            isNew ? "bulk.new.growth" : "bulk.unchanged.growth",
            Statistics.Ratio(manyLane, fewLane),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{guests.Many} guests of one calendar, {(isNew ? "all new" : "all shared already")}, "
                    + $"{manyLane.MedianMicroseconds / 1000:0} ms CPU and {manyLane.MedianBytes / 1024 / 1024:0.0} MB; {guests.Few}: "
                    + $"{fewLane.MedianMicroseconds / 1000:0.0} ms and {fewLane.MedianBytes / 1024 / 1024:0.0} MB; median of {Rounds} "
                    + $"rounds"
            )
        );
    }

    private static IEnumerable<GuestShareItem> Guests(string calendar, int count, int first = 0) =>
        Enumerable
            .Range(first, count)
            .Select(number => new GuestShareItem
            {
                Calendar = calendar,
                Guest = CalendarReplies.Guest(number),
                Options = new() { Notify = false },
            });

    private static async Task ShareAsync(ZimbraClient client, IReadOnlyList<GuestShareItem> list, ShareOutcome due)
    {
        await foreach (BulkOutcome<GuestShareItem, GuestShare> outcome in client.Calendars.ShareWithGuestsAsync(list))
        {
            if (outcome.ResultOrThrow().Outcome != due)
            {
                throw new InvalidOperationException($"{outcome.Item.Guest} was {outcome.ResultOrThrow().Outcome}.");
            }
        }
    }
}
