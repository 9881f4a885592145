using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Makes a feed of what was transferred: parses only the events that the window needs, one UID at a time.</summary>
internal sealed class FeedReader
{
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
        // What the index cost counts, but never so much that no time is left for the events.
        TimeSpan limit = _options.MaxExpansionTime,
            left = limit - (_index.Time < limit / 2 ? _index.Time : limit / 2);
        var budget = new ExpansionBudget(_time, left, cancellationToken);
        bool hasRoom = await ReadEventsAsync(budget, cancellationToken).ConfigureAwait(false);
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

    private async Task<bool> ReadEventsAsync(ExpansionBudget budget, CancellationToken cancellationToken)
    {
        foreach (EventGroup group in EventGroup.Of(_index.Events, _window))
        {
            if (budget.IsSpent)
            {
                _leftOut++;
                continue;
            }

            try
            {
                if (!await TakeAsync(group, budget, cancellationToken).ConfigureAwait(false))
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

    private async Task<bool> TakeAsync(EventGroup group, ExpansionBudget budget, CancellationToken cancellationToken)
    {
        var parsed = new List<ParsedEvent>();
        for (int at = group.First; at < group.Next; at++)
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
