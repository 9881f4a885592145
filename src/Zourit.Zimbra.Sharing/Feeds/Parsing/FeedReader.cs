using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Makes a feed of what was transferred: parses only the events that the window needs, one UID at a time.</summary>
internal sealed class FeedReader(FeedIndex index, FeedSpool spool, FeedReadOptions options, TimeProvider time)
{
    private readonly ExpansionBudget _budget = new(time, options.MaxExpansionTime);
    private readonly Window _window = new(options, time.GetUtcNow());
    private readonly List<FeedProblem> _problems = [.. index.Problems];
    private readonly List<FeedEvent> _events = [];

    /// <summary>Stands for the content and the window.</summary>
    public static string HashOf(FeedIndex index, FeedReadOptions options) =>
        options.From is null && options.To is null
            ? index.Hash
            : Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{index.Hash} {options.From?.UtcTicks} {options.To?.UtcTicks}"))[..16]
            );

    public async Task<Feed> ReadAsync(IcsAddress address, CancellationToken cancellationToken)
    {
        var zones = new ZoneTable(index.Zones, new SystemZone(options.LocalTimeZone), time.GetUtcNow());
        var group = new GroupReader(_window, zones, options, _budget);
        index.Events.Sort(static (one, other) => (one.Key, one.Offset).CompareTo((other.Key, other.Offset)));
        for (int first = 0, next; first < index.Events.Count; first = next)
        {
            for (next = first + 1; next < index.Events.Count && index.Events[next].Key == index.Events[first].Key; next++) { }

            cancellationToken.ThrowIfCancellationRequested();
            if (Concerns(first, next) && !await TakeAsync(group, first, next, cancellationToken).ConfigureAwait(false))
            {
                _problems.Add(
                    new FeedProblem(
                        null,
                        $"Only {options.MaxEvents} events are given "
                            + $"({nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxEvents)}); the others were left out."
                    )
                );
                break;
            }
        }

        if (_budget.LeftOut > 0)
        {
            _problems.Add(
                new FeedProblem(
                    null,
                    $"{_budget.LeftOut} series were left out, wholly or in part: expanding took longer than "
                        + $"{options.MaxExpansionTime.TotalSeconds:0.#} s "
                        + $"({nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxExpansionTime)})."
                )
            );
        }

        string[]? id = index.Id?.Split(':', 2);
        return new Feed
        {
            Address = address,
            Name = index.Name,
            OwnerId = id?[0],
            FolderId = id is [_, var folder] ? folder : null,
            Events = [.. _events.OrderBy(e => e.Start).ThenBy(e => e.End).ThenBy(e => e.Uid, StringComparer.Ordinal)],
            EventsInFeed = index.Events.Count,
            Bytes = spool.Length,
            Problems = _problems,
            Warnings = [.. Warnings()],
            ContentHash = HashOf(index, options),
        };
    }

    private bool Concerns(int first, int next)
    {
        for (int at = first; at < next; at++)
        {
            if (_window.MayHold(index.Events[at]))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> TakeAsync(GroupReader group, int first, int next, CancellationToken cancellationToken)
    {
        var components = new List<string>(next - first);
        for (int at = first; at < next; at++)
        {
            byte[] bytes = new byte[index.Events[at].Length];
            await spool.ReadAsync(index.Events[at].Offset, bytes, cancellationToken).ConfigureAwait(false);
            components.Add(Encoding.UTF8.GetString(bytes.AsSpan(0, Unfolding.InPlace(bytes))));
        }

        foreach (FeedEvent e in group.Read(components, _problems, cancellationToken))
        {
            if (_events.Count == options.MaxEvents)
            {
                return false;
            }

            _events.Add(e);
        }

        return true;
    }

    private IEnumerable<FeedWarning> Warnings()
    {
        if (index.Events.Count == 0)
        {
            yield return new FeedWarning(
                FeedWarningCode.NoEvents,
                IsFiltered(options)
                    ? "The server sent no event for this window. If the calendar is known to have some: its owner's public or external "
                        + "sharing may have been switched off "
                        + "after it was shared, or a white list shuts the guest's domain out; the server then sends an empty calendar."
                    : "The calendar came without any event. It may be empty; but the server sends the same when its owner's public or "
                        + "external sharing was switched off after "
                        + "it was shared, when a white list shuts the guest's domain out, when an unknown user name reads a public "
                        + "calendar, "
                        + "and for a folder that is no "
                        + "calendar."
            );
        }

        if (index.Tasks > 0)
        {
            yield return new FeedWarning(FeedWarningCode.Tasks, $"The feed holds {index.Tasks} tasks, which are not given as events.");
        }
    }

    /// <summary>
    /// Whether the server is asked for the window only: it drops series without an instance there only when it knows both bounds
    /// (protocol.md §8.3).
    /// </summary>
    public static bool IsFiltered(FeedReadOptions options) => options is { FilterOnServer: true, From: not null, To: not null };
}
