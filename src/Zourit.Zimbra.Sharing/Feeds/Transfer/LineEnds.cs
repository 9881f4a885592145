namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>
/// Makes line feeds of the carriage returns of a feed whose lines end with these alone: the first line decides. In any other feed a lone
/// carriage return ends no line.
/// </summary>
internal sealed class LineEnds
{
    // Some programs write two before a line feed.
    private const int MostReturns = 4;

    private bool? _areReturns;

    /// <summary>Changes bytes in place.</summary>
    /// <param name="bytes">The next bytes of the feed.</param>
    /// <param name="isEnd">Whether no others follow.</param>
    /// <returns>How many of them are settled. The last few may have to come again, since what follows them decides.</returns>
    public int Settle(Span<byte> bytes, bool isEnd)
    {
        int at = _areReturns == false ? -1 : bytes.IndexOfAny((byte)'\r', (byte)'\n');
        while (at >= 0)
        {
            int after = at;
            while (after < bytes.Length && bytes[after] == '\r' && after - at < MostReturns)
            {
                after++;
            }

            if (after == bytes.Length && after - at < MostReturns && !isEnd)
            {
                return at;
            }

            bool areAlone = after > at && (after == bytes.Length || bytes[after] != '\n');
            _areReturns ??= areAlone;
            if (areAlone)
            {
                bytes[at..after].Fill((byte)'\n');
            }

            int next = _areReturns.Value && after < bytes.Length ? bytes[after..].IndexOf((byte)'\r') : -1;
            at = next < 0 ? -1 : after + next;
        }

        return bytes.Length;
    }
}
