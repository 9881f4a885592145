namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Cuts bytes that come in blocks into lines, whether they end with CRLF or LF.</summary>
internal sealed class LineReader(LineReader.Sink sink)
{
    // The server folds at 75 octets; only the calendar's name is written raw (docs/protocol.md §8.7).
    private const int LongestLine = 64 * 1024;

    private byte[] _rest = new byte[1024];
    private int _held;
    private long _offset;

    /// <summary>Takes one line without its end.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where the next one starts.</param>
    public delegate void Sink(ReadOnlySpan<byte> line, long start, long end);

    public void Append(ReadOnlySpan<byte> block)
    {
        for (int feed = block.IndexOf((byte)'\n'); feed >= 0; feed = block.IndexOf((byte)'\n'))
        {
            if (_held == 0)
            {
                Give(block[..feed], feed + 1);
            }
            else
            {
                Hold(block[..feed]);
                Give(_rest.AsSpan(0, _held), _held + 1);
                _held = 0;
            }

            block = block[(feed + 1)..];
        }

        Hold(block);
    }

    /// <summary>Gives the last line, which need not have an end.</summary>
    public void Complete()
    {
        if (_held > 0)
        {
            Give(_rest.AsSpan(0, _held), _held);
            _held = 0;
        }
    }

    private void Give(ReadOnlySpan<byte> line, int length)
    {
        sink(line.TrimEnd((byte)'\r'), _offset, _offset + length);
        _offset += length;
    }

    private void Hold(ReadOnlySpan<byte> part)
    {
        if (_held + part.Length > LongestLine)
        {
            throw new ZimbraProtocolException(FeedFailureTexts.LongLine(LongestLine));
        }

        if (_held + part.Length > _rest.Length)
        {
            Array.Resize(ref _rest, Math.Max(_held + part.Length, 2 * _rest.Length));
        }

        part.CopyTo(_rest.AsSpan(_held));
        _held += part.Length;
    }
}
