using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;

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
    private readonly JournalState _state;

    internal ApplyJournal(Stream file, JournalState state)
    {
        _file = file;
        _state = state;
    }

    /// <summary>Mails that may be missing from earlier runs: they were started, and nothing says that they left.</summary>
    public IReadOnlyCollection<OwedMail> OwedMails => _state.Owed;

    /// <summary>Guests' accounts that earlier runs started to make, or to give a calendar, and that may not be complete.</summary>
    public IReadOnlyCollection<OwedAccount> OwedAccounts => _state.OwedAccounts;

    /// <summary>The guests' accounts that runs with this journal made, and did not delete.</summary>
    public IReadOnlyCollection<MadeAccount> MadeAccounts => _state.Accounts;

    /// <summary>The run that was started since the journal was opened; null for none.</summary>
    internal string? Run { get; private set; }

    /// <summary>The server of the last run; null for none.</summary>
    internal string? Server => _state.Server;

    /// <summary>Opens a journal, or makes it (mode 0600). A last line that was cut in the middle does no harm.</summary>
    /// <param name="path">The file: one for each server and manifest.</param>
    /// <param name="options">How long lines are kept; null for ever.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The file cannot be opened, or another run has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static async Task<ApplyJournal> OpenAsync(
        string path,
        JournalOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        FileName.Require(path);
        (FileStream file, JournalState state) = await JournalFile
            .OpenAsync(path, options ?? new(), cancellationToken)
            .ConfigureAwait(false);
        return new(file, state);
    }

    /// <summary>Closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    internal bool Owes(PlannedChange change) => _state.Owes(OwedMail.Of(change.Owner, change.Calendar, change.Grantee));

    /// <summary>Says who runs what.</summary>
    internal Task StartAsync(string run, SharingPlan plan, ApplyOptions options, CancellationToken cancellationToken)
    {
        Run = run;
        return WriteAsync([JournalLines.Run(run, options.TimeProvider.GetUtcNow(), plan, options)], cancellationToken);
    }

    /// <summary>Writes down what was done to an account.</summary>
    internal async Task NoteAsync(string run, DateTimeOffset now, MadeAccount account, AccountStatus status)
    {
        await WriteAsync([JournalLines.Account(run, now, account, status)], CancellationToken.None).ConfigureAwait(false);
        _state.Set(account, status, now);
    }

    /// <summary>Puts what is to be done on the disk. Nothing may be sent before that.</summary>
    internal async Task BeginAsync(
        string run,
        DateTimeOffset now,
        IReadOnlyList<PlannedChange> changes,
        CancellationToken cancellationToken
    )
    {
        await WriteAsync([.. changes.Select(change => JournalLines.Intent(run, now, change))], cancellationToken).ConfigureAwait(false);
        _state.Note(changes);
    }

    /// <summary>Writes down what became of it.</summary>
    internal Task EndAsync(string run, DateTimeOffset now, ChangeOutcome outcome, CancellationToken cancellationToken) =>
        WriteAsync([JournalLines.Outcome(run, now, outcome)], cancellationToken);

    /// <summary>Forgets mails that turned out not to be missing.</summary>
    internal Task SettleAsync(string run, DateTimeOffset now, IEnumerable<OwedMail> mails, CancellationToken cancellationToken)
    {
        byte[][] lines = [.. mails.Where(_state.Owes).Select(mail => JournalLines.Settled(run, now, mail))];
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
