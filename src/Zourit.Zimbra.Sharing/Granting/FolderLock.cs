using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// A folder during a call or a run over a list: read once, and kept up to date by what is read back. While grantees are locked, no other
/// caller of this client changes their shares of it.
/// </summary>
internal sealed class FolderLock(RequestDispatcher dispatcher, FolderReference reference) : IDisposable
{
    // Watches from before the first reading: what others changed after it may not be as it was read.
    private readonly TurnWatch _others = dispatcher.Connection.KeyedLock.Watch();

    private SharedFolder? _folder;

    /// <summary>The folder as it was read last.</summary>
    public SharedFolder Folder => _folder ?? throw new InvalidOperationException("The folder was not read yet.");

    /// <summary>Reads the folder if it is not known, without any lock.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken) =>
        _folder ??= await ReadAsync(known: null, [], isForOne: false, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Reads the folder if it is not known, learns which of the grantees are accounts, so that an alias and its account are one, waits for
    /// the lock, and reads again if somebody else had it meanwhile.
    /// </summary>
    /// <param name="grantees">The grantees as callers name them; a null one is the public.</param>
    /// <param name="isForOne">Whether to ask for them with the reading; those of a list are asked for where it is of use.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock; disposing of it releases it.</returns>
    public async Task<IDisposable> TakeAsync(IReadOnlyList<string?> grantees, bool isForOne, CancellationToken cancellationToken)
    {
        string[] names = [.. grantees.OfType<string>()];
        SharedFolder folder = _folder = await ReadAsync(_folder, names, isForOne, cancellationToken).ConfigureAwait(false);
        string[] keys = [.. grantees.Select(grantee => folder.LockKey(GranteeName.Complete(grantee, folder.OwnerDomain) ?? ""))];
        IDisposable taken = await dispatcher.Connection.KeyedLock.TakeAsync(keys, cancellationToken, _others).ConfigureAwait(false);
        try
        {
            if (_others.Saw(keys))
            {
                _folder = await ReadAsync(known: null, names, isForOne, cancellationToken).ConfigureAwait(false);
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    // A bare name is known whole only once the owner's domain is.
    private async Task<SharedFolder> ReadAsync(SharedFolder? known, string[] names, bool isForOne, CancellationToken cancellationToken)
    {
        SharedFolder folder = known
            ?? await FolderReader.ReadAsync(dispatcher, reference, isForOne ? names : [], cancellationToken).ConfigureAwait(false);
        IEnumerable<string> others = isForOne ? names.Where(name => AddressLookup.RequestFor(name) is null) : names;
        return await AddressLookup
            .WithAccountsAsync(
                dispatcher,
                folder,
                others.Select(name => GranteeName.Complete(name, folder.OwnerDomain)!),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Keeps what was read back; null where it is not known, so that it is read again.</summary>
    public void Update(SharedFolder? after) => _folder = after;

    public void Dispose() => _others.Dispose();
}
