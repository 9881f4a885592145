using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>How bytes become lines, and folded lines one.</summary>
public sealed class LineTests
{
    private const string Text = "A:1\r\nB:2\n\r\nlong:0123456789\r\n\nC";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void Lines_are_the_same_in_whatever_blocks_they_come(int block) =>
        Assert.Equal(["A:1 0-5", "B:2 5-9", " 9-11", "long:0123456789 11-28", " 28-29", "C 29-30"], Read(Text, block));

    [Fact]
    public void A_line_longer_than_what_is_held_at_first_is_kept_whole()
    {
        string line = string.Concat(Enumerable.Range(0, 2_000).Select(i => (char)('a' + (i % 26))));

        Assert.Equal([$"{line} 0-2001", "x 2001-2002"], Read(line + "\nx", 700));
        Assert.Equal([$"{line} 0-2001", "x 2001-2002"], Read(line + "\nx", 1));
    }

    [Theory]
    [InlineData("A:1\r\n 2\r\n\t3\r\nB:4\r\n", "A:123|B:4")]
    [InlineData("A:1\n 2\nB:4", "A:12|B:4")]
    [InlineData("A:1\r\n  2", "A:1 2")]
    [InlineData("A:1\r\n \r\nB:2", "A:1|B:2")]
    [InlineData("A:1\r\n\r\nB:2\r\n\r\n", "A:1|B:2")]
    [InlineData("\r\n\nA:1", "A:1")]
    [InlineData("A:1\r2", "A:1\r2")]
    [InlineData("no line\r\nA:1", "A:1")]
    [InlineData("", "")]
    [InlineData("A:1\r\n ", "A:1")]
    public void A_line_that_starts_with_a_blank_goes_on_with_the_one_before(string component, string lines) =>
        Assert.Equal(lines, string.Join('|', Unfolding.Lines(component)));

    [Theory]
    [InlineData("A\r\n B\r\nC", "AB\r\nC")]
    [InlineData("A\n\tB", "AB")]
    [InlineData("\n A", "A")]
    [InlineData("\r\n A", "A")]
    [InlineData("A\r\n", "A\r\n")]
    [InlineData("A\n\n B", "A\nB")]
    public void Bytes_are_unfolded_in_the_middle_of_letters_too(string folded, string unfolded)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(folded);

        Assert.Equal(unfolded, Encoding.UTF8.GetString(bytes, 0, Unfolding.InPlace(bytes)));
    }

    private static List<string> Read(string text, int block)
    {
        var lines = new List<string>();
        var reader = new LineReader((line, start, end) => lines.Add($"{Encoding.UTF8.GetString(line)} {start}-{end}"));
        foreach (byte[] part in Encoding.UTF8.GetBytes(text).Chunk(block))
        {
            reader.Append(part);
        }

        reader.Complete();
        reader.Complete();
        return lines;
    }
}
