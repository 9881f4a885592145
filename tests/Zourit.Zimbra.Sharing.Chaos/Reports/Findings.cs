using System.Collections.Concurrent;

namespace Zourit.Zimbra.Sharing.Chaos.Reports;

/// <summary>What one scenario's checks found.</summary>
internal sealed class Findings
{
    private readonly ConcurrentQueue<Finding> _all = [];

    public IReadOnlyCollection<Finding> All => _all;

    public void Add(Counter counter, string text) => _all.Enqueue(new Finding(counter, text));
}
