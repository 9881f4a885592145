using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// The lock's folder. It is made under a name of its own, with its holder in it, and then renamed to the agreed name, which the server
/// lets one do: so it says from the first moment whose it is, and no lost reply leaves that open.
/// </summary>
internal sealed class LockFolder(ZimbraClient client, RunLockOptions options)
{
    public const string Name = "Plan lock";
    private const string Root = "1";
    private const int MostTries = 5;

    private readonly string _shard = Guid.NewGuid().ToString("N");

    public async Task<RunLock> TakeAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        var mine = new LockHolder(options.Run ?? _shard, now + options.Deadline);
        await ClearAsync(now, cancellationToken).ConfigureAwait(false);
        string folder = await MakeAsync(Root, $"{Name} {mine.FolderName(_shard)}", cancellationToken).ConfigureAwait(false);
        string holder = await MakeAsync(folder, mine.FolderName(_shard), cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < MostTries; i++)
        {
            if (await RenameAsync(folder, cancellationToken).ConfigureAwait(false))
            {
                return new(mine, this, holder);
            }

            if (await ReadAsync(cancellationToken).ConfigureAwait(false) is not { } held)
            {
                continue;
            }

            LockHolder? other = Holders(held).Where(each => each.Deadline > now).MaxBy(each => each.Deadline);
            if (other is null)
            {
                // By its id: where another run was faster, its folder is another one.
                await DeleteAsync(held.Id, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (other.Run != mine.Run)
            {
                await DeleteAsync(folder, cancellationToken).ConfigureAwait(false);
                return new(other);
            }

            if (await JoinAsync(held.Id, mine, cancellationToken).ConfigureAwait(false) is { } joined)
            {
                await DeleteAsync(folder, cancellationToken).ConfigureAwait(false);
                return new(mine, this, joined);
            }
        }

        // Other runs come and go so fast that none can be named.
        await DeleteAsync(folder, cancellationToken).ConfigureAwait(false);
        return new(new LockHolder("", now));
    }

    /// <summary>Not cancelled, since nobody waits for more than two requests.</summary>
    public async Task GiveBackAsync(string holder)
    {
        await DeleteAsync(holder, CancellationToken.None).ConfigureAwait(false);
        if (await ReadAsync(CancellationToken.None).ConfigureAwait(false) is { Children.Count: 0 } empty)
        {
            await DeleteAsync(empty.Id, CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What runs left over that were killed before they had the agreed name.
    private async Task ClearAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Folder root = (await client.SendAsync(new GetFolderRequest { Depth = 1 }, cancellationToken).ConfigureAwait(false)).Folder;
        string prefix = $"{Name} ";
        IEnumerable<Folder> over = root.Children.Where(folder =>
            folder.Name?.StartsWith(prefix, StringComparison.Ordinal) == true
            && LockHolder.TryParse(folder.Name[prefix.Length..])?.Deadline <= now
        );
        foreach (Folder folder in over)
        {
            await DeleteAsync(folder.Id, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string?> JoinAsync(string folder, LockHolder holder, CancellationToken cancellationToken)
    {
        try
        {
            string joined = await MakeAsync(folder, holder.FolderName(_shard), cancellationToken).ConfigureAwait(false);
            return (await ReadAsync(cancellationToken).ConfigureAwait(false))?.Id == folder ? joined : null;
        }
        catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.NoSuchItem or ZimbraFaultCodes.NoSuchFolder)
        {
            // The last holder gave it back meanwhile.
            return null;
        }
    }

    private async Task<string> MakeAsync(string parent, string name, CancellationToken cancellationToken)
    {
        var request = new CreateFolderRequest
        {
            ParentId = parent,
            Name = name,
            FetchIfExists = true,
        };
        return (await client.SendAsync(request, cancellationToken).ConfigureAwait(false)).Folder.Id;
    }

    private async Task<bool> RenameAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            _ = await client.SendAsync(FolderActionRequest.Rename(folder, Name), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.AlreadyExists)
        {
            return false;
        }
    }

    private async Task<Folder?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetFolderRequest { Path = $"/{Name}", Depth = 1 };
            return (await client.SendAsync(request, cancellationToken).ConfigureAwait(false)).Folder;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchFolder)
        {
            return null;
        }
    }

    private async Task DeleteAsync(string folder, CancellationToken cancellationToken) =>
        _ = await client.SendAsync(FolderActionRequest.Delete(folder), cancellationToken).ConfigureAwait(false);

    private static IEnumerable<LockHolder> Holders(Folder folder) =>
        folder.Children.Select(child => LockHolder.TryParse(child.Name)).OfType<LockHolder>();
}
