namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>Counts the requests of several clients together.</summary>
internal sealed class Counter
{
    private int _count;

    public int Count => _count;

    public int Next() => Interlocked.Increment(ref _count);
}
