using System.Diagnostics;
using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

[CollectionDefinition(nameof(LargeFeedTests), DisableParallelization = true)]
public sealed class LargeFeeds;

/// <summary>Not in parallel with others: it weighs the process.</summary>
[Collection(nameof(LargeFeedTests))]
[Trait("Category", "Slow")]
public sealed class LargeFeedTests
{
    private const int Events = 20_000;
    private const int BytesPerEntry = 128;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_of_20000_events_is_read_in_the_memory_of_its_index()
    {
        byte[] one = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("X-NOTE:Une note assez longue pour que le flux pèse son poids\r\n", 16))
        );
        long sent = 0;
        long peak = 0;
        await using var server = new ScriptedServer(
            async (request, stream, token) =>
            {
                request.CloseAfterwards = true;
                await stream.WriteAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nConnection: close\r\n\r\nBEGIN:VCALENDAR\r\n"u8.ToArray(),
                    token
                );
                for (int at = 0; at < Events; at++)
                {
                    string start = new DateTime(2000, 1, 1).AddHours(at).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
                    byte[] head = Encoding.UTF8.GetBytes(
                        $"BEGIN:VEVENT\r\nUID:{at}-39fdafba-83a9-4f4f-ac6a-f15bd80d681f\r\nDTSTART:{start}Z\r\nSUMMARY:{at}\r\n"
                    );
                    await stream.WriteAsync(head, token);
                    await stream.WriteAsync(one, token);
                    await stream.WriteAsync("END:VEVENT\r\n"u8.ToArray(), token);
                    sent += head.Length + one.Length + 12;
                    if (at % 1_000 == 999)
                    {
                        peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
                    }
                }

                await stream.WriteAsync("END:VCALENDAR\r\n"u8.ToArray(), token);
            }
        );
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));
        DateTimeOffset day = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var options = new FeedReadOptions
        {
            From = day,
            To = day.AddDays(1),
            FilterOnServer = false,
        };
        await Ics.ReadAsync(Ics.Calendar(Ics.Event("warm", "DTSTART:20010101T000000Z", "RRULE:FREQ=DAILY;COUNT=2")), options);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);

        Feed feed = await client.Feeds.ReadAsync(Ics.Address(server), options, cancellationToken: Token);

        // The reader's last step called this one: its locals live until the stack is left.
        await Task.Yield();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"feed {sent:N0} B, peak +{peak - before:N0} B, left +{after - before:N0} B, allocated {allocated:N0} B"
        );
        Assert.Equal(24, feed.Events.Count);
        Assert.Equal(Events, feed.EventsInFeed);
        Assert.True(sent > 18_000_000);

        // A list doubles when it grows, and the old half is still there then: three times the index, and the buffers.
        Assert.True(
            peak - before < (3L * Events * BytesPerEntry) + 4_000_000,
            $"{peak - before:N0} bytes were held while reading {sent:N0}"
        );
        Assert.True(after - before < 1_000_000, $"{after - before:N0} bytes are held after reading");
    }

    [Fact]
    public async Task A_large_feed_lies_in_a_file_that_nobody_else_finds()
    {
        string[] Files() => Directory.GetFiles(Path.GetTempPath(), "feed-*.ics");
        string[] before = Files();
        var spool = new FeedSpool();
        byte[] block = new byte[700_000];
        Random.Shared.NextBytes(block);
        await spool.AppendAsync(block, Token);
        Assert.False(spool.IsInFile);
        await spool.AppendAsync(block, Token);
        Assert.True(spool.IsInFile);

        string[] added = [.. Files().Except(before)];
        if (!OperatingSystem.IsWindows())
        {
            Assert.Empty(added);
        }

        byte[] read = new byte[block.Length];
        await spool.ReadAsync(block.Length, read, Token);
        Assert.Equal(block, read);
        await spool.ReadAsync(0, read, Token);
        Assert.Equal(block, read);
        spool.Dispose();
        Assert.All(added, file => Assert.False(File.Exists(file)));
    }

    [Fact]
    public async Task Events_in_the_window_are_parsed_at_a_steady_pace()
    {
        var calendar = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (int at = 0; at < 2_000; at++)
        {
            calendar.Append(
                Ics.Event(
                    $"{at}",
                    FormattableString.Invariant($"DTSTART:{new DateTime(2027, 1, 1).AddHours(at):yyyyMMdd'T'HHmmss}Z"),
                    "SUMMARY:x"
                )
            );
        }

        var watch = Stopwatch.StartNew();
        Feed feed = await Ics.ReadAsync(calendar.Append("END:VCALENDAR\r\n").ToString());

        TestContext.Current.TestOutputHelper!.WriteLine($"2,000 events parsed in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(2_000, feed.Events.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"2,000 events took {watch.Elapsed}");
    }
}
