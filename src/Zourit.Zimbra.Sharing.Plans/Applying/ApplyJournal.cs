using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// Remembers what was started and what became of it, so that a run that was killed is finished by the next: JSON Lines in a file that only
/// its owner may read, without secrets. What is to be done is on the disk before it is sent. It holds addresses of people: keep it as long
/// as runs are to be explained, not longer.
/// </summary>
public sealed class ApplyJournal : IAsyncDisposable
{
    private readonly Stream _file;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<OwedMail> _owed;

    internal ApplyJournal(Stream file, HashSet<OwedMail> owed)
    {
        _file = file;
        _owed = owed;
    }

    /// <summary>Mails that may be missing from earlier runs: they were started, and nothing says that they left.</summary>
    public IReadOnlyCollection<OwedMail> OwedMails => _owed;

    /// <summary>Opens a journal, or makes it (mode 0600). A last line that was cut in the middle does no harm.</summary>
    /// <param name="path">The file: one for each server and manifest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be opened, or another run has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static async Task<ApplyJournal> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        Argument.NotEmpty(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.WriteThrough,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        try
        {
            HashSet<OwedMail> owed = await JournalLines.ReadOwedAsync(file, cancellationToken).ConfigureAwait(false);
            await JournalLines.EndLastLineAsync(file, cancellationToken).ConfigureAwait(false);
            return new(file, owed);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    internal bool Owes(PlannedChange change) => _owed.Contains(OwedMail.Of(change.Owner, change.Calendar, change.Grantee));

    /// <summary>Puts what is to be done on the disk. Nothing may be sent before that.</summary>
    internal Task BeginAsync(string run, DateTimeOffset now, IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken) =>
        WriteAsync([.. changes.Select(change => JournalLines.Intent(run, now, change))], cancellationToken);

    /// <summary>Writes down what became of it.</summary>
    internal Task EndAsync(string run, DateTimeOffset now, ChangeOutcome outcome, CancellationToken cancellationToken) =>
        WriteAsync([JournalLines.Outcome(run, now, outcome)], cancellationToken);

    /// <summary>Forgets mails that turned out not to be missing.</summary>
    internal Task SettleAsync(string run, DateTimeOffset now, IEnumerable<OwedMail> mails, CancellationToken cancellationToken)
    {
        byte[][] lines = [.. mails.Where(_owed.Contains).Select(mail => JournalLines.Settled(run, now, mail))];
        return lines.Length == 0 ? Task.CompletedTask : WriteAsync(lines, cancellationToken);
    }

    private async Task WriteAsync(IReadOnlyList<byte[]> lines, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // One write, through to the disk: a part of it that is lost is a line that was cut.
            await _file.WriteAsync(lines.SelectMany(line => line).ToArray(), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
