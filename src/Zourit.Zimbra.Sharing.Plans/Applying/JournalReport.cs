using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// What several journals say together, e.g. those of all shards: lines are taken in the order in which they were written, whatever file
/// they are in, so that what one shard left open and another one did later is done.
/// </summary>
public sealed record JournalReport
{
    /// <summary>The runs, in the order in which they started.</summary>
    public required IReadOnlyList<JournalRun> Runs { get; init; }

    /// <summary>Mails of which nothing says that they left.</summary>
    public required IReadOnlyCollection<OwedMail> OwedMails { get; init; }

    /// <summary>Guests' accounts that may not be complete.</summary>
    public required IReadOnlyCollection<OwedAccount> OwedAccounts { get; init; }

    /// <summary>Lines that were cut, or that this version does not know; they count for nothing.</summary>
    public required int UnreadableLines { get; init; }

    /// <summary>Reads journals; nothing is written.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">A file is missing, cannot be read, or is in use by a run.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static async Task<JournalReport> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(paths);
        List<(DateTimeOffset At, string Line)> lines = [];
        int unreadable = 0;
        foreach (string path in paths)
        {
            FileName.Require(path);
            using var file = new StreamReader(path);
            DateTimeOffset latest = DateTimeOffset.MinValue;
            while (await file.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (JournalTime.Of(line) is { } at)
                {
                    // A clock that was set back does not change the order of a file's lines.
                    latest = at > latest ? at : latest;
                    lines.Add((latest, line));
                }
                else
                {
                    unreadable += line.Length > 0 ? 1 : 0;
                }
            }
        }

        var state = new JournalState();
        var runs = new JournalRuns();
        foreach ((_, string line) in lines.OrderBy(each => each.At))
        {
            if (state.Add(line) is null)
            {
                unreadable++;
            }
            else
            {
                runs.Add(line);
            }
        }

        return new()
        {
            Runs = runs.All,
            OwedMails = state.Owed,
            OwedAccounts = state.OwedAccounts,
            UnreadableLines = unreadable,
        };
    }
}
