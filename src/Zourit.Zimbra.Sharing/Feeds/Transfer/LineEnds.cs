namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>
/// Makes line feeds of the carriage returns of a feed whose lines end with these alone: the first line decides. In any other feed a lone
/// carriage return ends no line.
/// </summary>
internal sealed class LineEnds
{
    private bool? _areReturns;

    /// <summary>Changes bytes in place.</summary>
    /// <param name="bytes">The next bytes of the feed.</param>
    /// <param name="isEnd">Whether no others follow.</param>
    /// <returns>How many of them are settled. The last may have to come again, since what follows it decides.</returns>
    public int Settle(Span<byte> bytes, bool isEnd)
    {
        int at = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        for (; at >= 0 && _areReturns != false; at = Next(bytes, at))
        {
            if (bytes[at] == '\r' && at + 1 == bytes.Length && !isEnd)
            {
                return at;
            }

            bool isAlone = bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] != '\n');
            _areReturns ??= isAlone;
            if (isAlone && _areReturns.Value)
            {
                bytes[at] = (byte)'\n';
            }
        }

        return bytes.Length;
    }

    private static int Next(ReadOnlySpan<byte> bytes, int at) =>
        bytes[(at + 1)..].IndexOf((byte)'\r') is >= 0 and var next ? at + 1 + next : -1;
}
