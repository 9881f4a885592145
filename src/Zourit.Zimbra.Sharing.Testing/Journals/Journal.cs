using Microsoft.AspNetCore.Http;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Journals;

/// <summary>
/// The last requests the server got, oldest first, with their answers and without their secrets. A request enters when its
/// answer is made, before the client can have read it.
/// </summary>
public sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly Queue<JournalEntry> _entries = new();
    private readonly TimeProvider _clock;
    private long _begun;

    internal Journal(TimeProvider clock, int capacity)
    {
        Argument.AtLeast(capacity, 0);
        _clock = clock;
        Capacity = capacity;
    }

    /// <summary>How many entries are kept; older ones are dropped.</summary>
    public int Capacity { get; }

    /// <summary>How many requests came since the server started, kept or not.</summary>
    public long Requests => Interlocked.Read(ref _begun);

    /// <summary>The entries kept, as they stand now.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>The entries kept in which an operation was asked for.</summary>
    /// <param name="operation">A SOAP request's name, or a page's (<c>REST</c>, <c>extuserprov POST</c>).</param>
    public IReadOnlyList<JournalEntry> Of(string operation) => [.. Entries.Where(entry => entry.Operations.Contains(operation))];

    /// <summary>Forgets all entries; numbers go on.</summary>
    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    internal JournalDraft Begin(HttpContext context, IReadOnlyList<string> operations, byte[] body) =>
        new(Interlocked.Increment(ref _begun), _clock.GetUtcNow(), context, operations, body);

    internal void End(JournalDraft draft)
    {
        if (Capacity == 0 || !draft.TryEnd())
            return;
        var entry = draft.Close();
        lock (_lock)
        {
            if (_entries.Count == Capacity)
                _entries.Dequeue();
            _entries.Enqueue(entry);
        }
    }
}
