using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Transfer;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Transfer;

/// <summary>Which line ends are changed, in whatever blocks they come.</summary>
public sealed class LineEndsTests
{
    [Theory]
    [InlineData("a\r\nb\rc\r\n", "a\r\nb\rc\r\n")]
    [InlineData("a\nb\rc\n", "a\nb\rc\n")]
    [InlineData("a\r\r\nb\r\r\n", "a\r\r\nb\r\r\n")]
    [InlineData("a\rb\rc\r", "a\nb\nc\n")]
    [InlineData("a\r\rb\r c", "a\n\nb\n c")]
    [InlineData("a\rb\r\nc\nd\re", "a\nb\r\nc\nd\ne")]
    [InlineData("\r\r\r\r\r\r\r\r\r\r", "\n\n\n\n\n\n\n\n\n\n")]
    [InlineData("\r", "\n")]
    [InlineData("abc", "abc")]
    [InlineData("", "")]
    public void The_first_line_decides_whether_a_carriage_return_alone_ends_a_line(string feed, string settled)
    {
        for (int block = 1; block <= feed.Length + 1; block++)
        {
            Assert.Equal(settled, Settled(feed, block));
        }
    }

    private static string Settled(string feed, int block)
    {
        var ends = new LineEnds();
        var settled = new StringBuilder();
        byte[] bytes = Encoding.UTF8.GetBytes(feed),
            held = [];
        foreach (byte[] piece in bytes.Chunk(block).Append([]))
        {
            byte[] next = [.. held, .. piece];
            int count = ends.Settle(next, isEnd: piece.Length == 0);
            settled.Append(Encoding.UTF8.GetString(next, 0, count));
            held = next[count..];
        }

        Assert.Empty(held);
        return settled.ToString();
    }
}
