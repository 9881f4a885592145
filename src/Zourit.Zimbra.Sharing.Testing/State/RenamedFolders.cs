using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.State;

/// <summary>Folders that were renamed over CalDAV: their old addresses lead to them for a while (recordings 13-273, 13-279).</summary>
internal sealed class RenamedFolders
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly Dictionary<(string Owner, string Path), (int Folder, DateTimeOffset Until)> _folders = [];

    public void Add(Account owner, string path, int folder, DateTimeOffset now) =>
        _folders[(owner.Id, path.ToUpperInvariant())] = (folder, now + Kept);

    public int? Find(Account owner, string path, DateTimeOffset now) =>
        _folders.TryGetValue((owner.Id, path.ToUpperInvariant()), out (int Folder, DateTimeOffset Until) known) && known.Until > now
            ? known.Folder
            : null;
}
