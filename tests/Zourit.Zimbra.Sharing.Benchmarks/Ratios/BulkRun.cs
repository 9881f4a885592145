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
    private const int Few = 1_000;
    private const int Many = 10_000;
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
        await ShareAsync(client, list);
        int requests = await stub.RequestsAsync() - before;
        write(
            "bulk.unchanged.requests",
            requests,
            string.Create(
                CultureInfo.InvariantCulture,
                $"for {list.Length} guests of {Calendars} calendars, all shared already; without the login"
            )
        );

        GuestShareItem[] few = [.. Guests(CalendarReplies.Path(Few), Few)],
            many = [.. Guests(CalendarReplies.Path(Many), Many)];
        var fewLane = new Lane(() => ShareAsync(client, few));
        var manyLane = new Lane(() => ShareAsync(client, many));
        for (int round = 0; round < Rounds; round++)
        {
            // The first rounds compile.
            await fewLane.WarmUpAsync(round == 0 ? 10 : 0);
            await manyLane.WarmUpAsync(round == 0 ? 2 : 0);
            await fewLane.RunRoundAsync(10);
            await manyLane.RunRoundAsync(1);
        }

        write(
            "bulk.unchanged.growth",
            Statistics.Ratio(manyLane, fewLane),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Many} guests of one calendar, all shared already, {manyLane.MedianMicroseconds / 1000:0} ms CPU and "
                    + $"{manyLane.MedianBytes / 1024 / 1024:0.0} MB; {Few}: {fewLane.MedianMicroseconds / 1000:0.0} ms and "
                    + $"{fewLane.MedianBytes / 1024 / 1024:0.0} MB; median of {Rounds} rounds"
            )
        );

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

    private static IEnumerable<GuestShareItem> Guests(string calendar, int count) =>
        Enumerable.Range(0, count).Select(number => new GuestShareItem { Calendar = calendar, Guest = CalendarReplies.Guest(number) });

    private static async Task ShareAsync(ZimbraClient client, IReadOnlyList<GuestShareItem> list)
    {
        await foreach (BulkOutcome<GuestShareItem, GuestShare> outcome in client.Calendars.ShareWithGuestsAsync(list))
        {
            if (outcome.ResultOrThrow().Outcome != ShareOutcome.Unchanged)
            {
                throw new InvalidOperationException($"{outcome.Item.Guest} was {outcome.ResultOrThrow().Outcome}.");
            }
        }
    }
}
