using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Makes a feed of what was transferred: parses only the events that the window needs, one UID at a time.</summary>
internal sealed class FeedReader
{
    private const long LargestAtFirst = 64 * 1024;

    private readonly FeedIndex _index;
    private readonly FeedSpool _spool;
    private readonly FeedReadOptions _options;
    private readonly TimeProvider _time;
    private readonly Window _window;
    private readonly ZoneTable _zones;
    private readonly ProblemLog _problems;
    private readonly List<FeedEvent> _events = [];
    private int _leftOut;

    public FeedReader(FeedIndex index, FeedSpool spool, FeedReadOptions options, TimeProvider time)
    {
        (_index, _spool, _options, _time) = (index, spool, options, time);
        DateTimeOffset now = time.GetUtcNow();
        _window = new Window(options, now);
        _problems = new ProblemLog(index.Problems);
        _zones = new ZoneTable(index.Zones, new SystemZone(options.LocalTimeZone), now, problem => _problems.Add(null, problem));
    }

    /// <summary>A hash of the content and the window.</summary>
    public static string HashOf(FeedIndex index, FeedReadOptions options) =>
        options.From is null && options.To is null
            ? index.Hash
            : Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{index.Hash} {options.From?.UtcTicks} {options.To?.UtcTicks}"))[..16]
            );

    public async Task<Feed> ReadAsync(IcsAddress address, CancellationToken cancellationToken)
    {
        var budget = new ExpansionBudget(_time, _options.MaxExpansionTime, cancellationToken);
        _index.Events.Sort(static (one, other) => (one.Key, one.Offset).CompareTo((other.Key, other.Offset)));
        bool hasRoom = true;

        // Single events first, and what is large last: what a hostile event costs is then at its own expense.
        for (int pass = 0; pass < 3 && hasRoom; pass++)
        {
            hasRoom = await ReadAsync(pass, budget, cancellationToken).ConfigureAwait(false);
        }

        if (!hasRoom)
        {
            _problems.Add(null, ProblemTexts.TooManyEvents(_options.MaxEvents));
        }

        if (_leftOut > 0)
        {
            _problems.Add(null, ProblemTexts.TooSlow(_leftOut, _options.MaxExpansionTime));
        }

        string[]? id = _index.Id?.Split(':', 2);
        return new Feed
        {
            Address = address,
            Name = _index.Name,
            OwnerId = id?[0],
            FolderId = id is [_, var folder] ? folder : null,
            Events = [.. _events.OrderBy(e => e.Start).ThenBy(e => e.End).ThenBy(e => e.Uid, StringComparer.Ordinal)],
            EventsInFeed = _index.Events.Count,
            Bytes = _spool.Length,
            Problems = _problems.ToList(),
            Warnings = [.. Warnings()],
            ContentHash = HashOf(_index, _options),
        };
    }

    private async Task<bool> ReadAsync(int pass, ExpansionBudget budget, CancellationToken cancellationToken)
    {
        for (int first = 0, next; first < _index.Events.Count; first = next)
        {
            for (next = first + 1; next < _index.Events.Count && _index.Events[next].Key == _index.Events[first].Key; next++) { }

            if (PassOf(first, next) != pass)
            {
                continue;
            }

            if (budget.IsSpent)
            {
                _leftOut++;
                continue;
            }

            try
            {
                if (!await TakeAsync(first, next, budget, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
            catch (ExpansionBudget.SpentException)
            {
                _leftOut++;
            }
        }

        return true;
    }

    /// <summary>When the events of one UID are read; -1 for never, since they lie outside of the window.</summary>
    private int PassOf(int first, int next)
    {
        bool isWanted = false,
            recurs = next - first > 1;
        long bytes = 0;
        for (int at = first; at < next; at++)
        {
            isWanted |= _window.MayHold(_index.Events[at]);
            recurs |= _index.Events[at].Recurs;
            bytes += _index.Events[at].Length;
        }

        return !isWanted ? -1
            : bytes > LargestAtFirst ? 2
            : recurs ? 1
            : 0;
    }

    private async Task<bool> TakeAsync(int first, int next, ExpansionBudget budget, CancellationToken cancellationToken)
    {
        var parsed = new List<ParsedEvent>();
        for (int at = first; at < next; at++)
        {
            budget.Check();
            byte[] bytes = new byte[_index.Events[at].Length];
            await _spool.ReadAsync(_index.Events[at].Offset, bytes, cancellationToken).ConfigureAwait(false);
            string component = Encoding.UTF8.GetString(bytes.AsSpan(0, Unfolding.InPlace(bytes)));
            if (EventParser.Parse(component, _zones, budget, _problems) is { } one)
            {
                parsed.Add(one);
            }
        }

        foreach (FeedEvent e in new RecurrenceSetReader(_window, _options, budget, _problems).Read(parsed))
        {
            if (_events.Count == _options.MaxEvents)
            {
                return false;
            }

            _events.Add(e);
        }

        return true;
    }

    private IEnumerable<FeedWarning> Warnings()
    {
        if (_index.Events.Count == 0)
        {
            yield return new FeedWarning
            {
                Code = FeedWarningCode.NoEvents,
                Message = IsFiltered(_options) ? FeedWarningTexts.NoEventsInWindow : FeedWarningTexts.NoEvents,
            };
        }

        if (_index.Tasks > 0)
        {
            yield return new FeedWarning
            {
                Code = FeedWarningCode.Tasks,
                Message = FeedWarningTexts.Tasks(_index.Tasks.ToString(CultureInfo.InvariantCulture)),
            };
        }
    }

    /// <summary>
    /// Whether the server is asked for the window only: it drops series without an instance there only when it knows both bounds
    /// (docs/protocol.md §8.3).
    /// </summary>
    public static bool IsFiltered(FeedReadOptions options) => options is { FilterOnServer: true, From: not null, To: not null };
}
