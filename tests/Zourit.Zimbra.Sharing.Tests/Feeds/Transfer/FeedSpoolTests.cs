using Zourit.Zimbra.Sharing.Feeds.Transfer;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Transfer;

/// <summary>Where a feed's bytes are kept until they are read again.</summary>
public sealed class FeedSpoolTests
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Megabyte, 1_000, false)]
    [InlineData(Megabyte, Megabyte, false)]
    [InlineData(Megabyte + 1, 1_000, true)]
    [InlineData(Megabyte + 1, Megabyte + 1, true)]
    [InlineData(3 * Megabyte, 70_000, true)]
    [InlineData(16 * 1024, 16 * 1024, false)]
    [InlineData((16 * 1024) + 1, 16 * 1024, false)]
    public async Task Up_to_a_megabyte_is_kept_in_memory_and_more_in_a_file_and_all_of_it_comes_back(int length, int block, bool isInFile)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(i % 251))];
        using var spool = new FeedSpool();
        foreach (byte[] part in bytes.Chunk(block))
        {
            await spool.AppendAsync(part, Cancel);
        }

        Assert.Equal((isInFile, (long)length), (spool.IsInFile, spool.Length));
        byte[] all = new byte[length];
        await spool.ReadAsync(0, all, Cancel);
        Assert.Equal(bytes, all);
        byte[] some = new byte[100];
        await spool.ReadAsync(length - 100, some, Cancel);
        Assert.Equal(bytes[^100..], some);
    }

    [Fact]
    public async Task A_file_that_is_shorter_than_what_was_written_is_reported()
    {
        using var spool = new FeedSpool();
        await spool.AppendAsync(new byte[Megabyte + 1], Cancel);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            spool.ReadAsync(Megabyte, new byte[2], Cancel).AsTask()
        );

        Assert.Contains(
            "The temporary file is shorter than what was written. Make room there, or set TMPDIR",
            e.Message,
            StringComparison.Ordinal
        );
    }
}
