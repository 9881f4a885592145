namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// Ends a search whose server gives the same page again and again and promises more, which would be asked for without end.
/// </summary>
internal sealed class PageGuard(string operation)
{
    // Once or twice may be: what comes anew while one reads shifts the pages.
    private const int MostRepetitions = 3;

    private string? _first;
    private int _repetitions;

    /// <summary>Notes a page by the id of its first entry.</summary>
    /// <exception cref="ZimbraProtocolException">It has come too often.</exception>
    public void Pass(string? first)
    {
        _repetitions = first is not null && first == _first ? _repetitions + 1 : 0;
        _first = first;
        if (_repetitions == MostRepetitions)
        {
            throw new ZimbraProtocolException(AttemptTexts.SamePage(operation)) { Operation = operation };
        }
    }
}
