using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// Keeps two runs from working at once: a folder <c>Plan lock</c> in the mailbox of the account in use, of which the server lets there be
/// one. In it is a folder for each holder, named by its deadline and its run. Whoever is beyond their deadline holds nothing any more.
/// </summary>
public sealed partial class RunLock : IAsyncDisposable
{
    private readonly LockFolder? _folder;
    private readonly string? _holderId;

    internal RunLock(LockHolder holder, LockFolder? folder = null, string? holderId = null)
    {
        (Run, Deadline) = (holder.Run, holder.Deadline);
        _folder = folder;
        _holderId = holderId;
    }

    /// <summary>Whether this run holds the lock. Where it does not, another run is at work: try again later.</summary>
    public bool IsHeld => _folder is not null;

    /// <summary>The run that holds the lock: this one or the other. Empty where several came and went meanwhile.</summary>
    public string Run { get; }

    /// <summary>Until when it holds the lock at most.</summary>
    public DateTimeOffset Deadline { get; }

    /// <summary>
    /// Tries to take the lock (urn:zimbraMail CreateFolderRequest and FolderActionRequest), without waiting. Disposing of it gives it back.
    /// </summary>
    /// <param name="client">The client. All runs must use the same account.</param>
    /// <param name="options">The run's name and its deadline; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; what was made by then is left over, and is cleared away by the next run.</param>
    /// <returns>The lock, held by this run or by another.</returns>
    /// <exception cref="ZimbraException">The folder could not be made or read: nothing is known of other runs.</exception>
    public static Task<RunLock> TakeAsync(
        ZimbraClient client,
        RunLockOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(client);
        return new LockFolder(client, options ?? new()).TakeAsync(cancellationToken);
    }

    /// <summary>Gives the lock back. The last holder of a run removes the folder.</summary>
    /// <exception cref="ZimbraException">The server did not do it: the lock ends by its deadline.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_folder is { } folder && _holderId is { } holder)
        {
            await folder.GiveBackAsync(holder).ConfigureAwait(false);
        }
    }

    internal static bool IsRun(string text) => Name().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
