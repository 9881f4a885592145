using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Assertions;

/// <summary>
/// What must be true of the requests for one operation: <c>fake.Requests("SendShareNotificationRequest").MustHaveBeenSent(1)</c>. A request
/// inside a <c>BatchRequest</c> counts.
/// </summary>
public sealed class RequestAssertions
{
    private readonly Journal _journal;
    private readonly string _operation;

    internal RequestAssertions(Journal journal, string operation)
    {
        _journal = journal;
        _operation = operation;
    }

    /// <summary>So many came.</summary>
    /// <param name="times">How many.</param>
    /// <exception cref="FakeZimbraAssertionException">More or fewer came.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The journal has dropped entries: give it more room.</exception>
    public void MustHaveBeenSent(int times)
    {
        Argument.AtLeast(times, 0);
        Require(times);
    }

    /// <summary>None came.</summary>
    /// <exception cref="FakeZimbraAssertionException">Some came.</exception>
    /// <exception cref="InvalidOperationException">The journal has dropped entries: give it more room.</exception>
    public void MustNotHaveBeenSent() => Require(0);

    private void Require(int times)
    {
        if (_journal.Requests > _journal.Capacity)
        {
            throw new InvalidOperationException(
                $"The journal keeps {_journal.Capacity} requests, and {_journal.Requests} came: set FakeZimbraOptions.JournalCapacity "
                    + "higher."
            );
        }

        IReadOnlyList<JournalEntry> entries = _journal.Entries;
        int came = entries.Sum(entry => entry.Operations.Count(operation => operation == _operation));
        if (came != times)
        {
            throw new FakeZimbraAssertionException(
                $"{Number.Of(times, _operation)} must have been sent, and {Number.Of(came, _operation)} came. The requests were: "
                    + $"{string.Join(", ", entries.SelectMany(entry => entry.Operations))}."
            );
        }
    }
}
