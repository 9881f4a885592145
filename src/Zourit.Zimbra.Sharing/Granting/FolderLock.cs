using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// A folder as it stands while one has the turn at some grantees' shares of it: no other caller of this client changes these before the
/// end.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly IDisposable _turn;

    private FolderLock(SharedFolder folder, IDisposable turn)
    {
        Folder = folder;
        _turn = turn;
    }

    public SharedFolder Folder { get; }

    /// <summary>Reads the folder, waits for the turn, and reads again if somebody had it meanwhile.</summary>
    /// <param name="dispatcher">The owner's.</param>
    /// <param name="reference">The folder.</param>
    /// <param name="addresses">The grantees, by the folder as read; a null one is the public.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<FolderLock> TakeAsync(
        RequestDispatcher dispatcher,
        FolderReference reference,
        Func<SharedFolder, IEnumerable<string?>> addresses,
        CancellationToken cancellationToken
    )
    {
        using TurnWatch watch = dispatcher.Connection.KeyedLock.Watch();
        SharedFolder folder = await FolderReader.ReadAsync(dispatcher, reference, cancellationToken).ConfigureAwait(false);
        string[] keys = [.. addresses(folder).Select(address => folder.TurnOf(address ?? ""))];
        IDisposable turn = await dispatcher.Connection.KeyedLock.TakeAsync(keys, cancellationToken).ConfigureAwait(false);
        try
        {
            return new FolderLock(
                watch.Saw(keys) ? await FolderReader.ReadAsync(dispatcher, reference, cancellationToken).ConfigureAwait(false) : folder,
                turn
            );
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();
}
