using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>What an address leads to: a folder, or one item of it, behind a mountpoint if need be (docs/protocol.md §8.2).</summary>
/// <param name="Owner">Whose folder it is.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Item">The item, when one was asked for.</param>
/// <param name="ShownPath">The path that names the download: as asked for, or the folder's own when it was asked for by id.</param>
/// <param name="Suffix">The format that the address's suffix means.</param>
internal sealed record RestTarget(Account Owner, MailFolder Folder, CalendarItem? Item, string ShownPath, string? Suffix)
{
    /// <summary>The item's number in <c>283</c>, <c>ACCOUNT:283</c>, or the id of an invitation, <c>283-282</c>.</summary>
    public static bool TryNumber(string id, out int number)
    {
        string[] parts = id.Split(':')[^1].Split('-', 2);
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    /// <summary>A folder or an item by its id, which <see cref="TryNumber"/> could read.</summary>
    public static RestTarget? ById(ZimbraDirectory directory, Account owner, string id)
    {
        _ = TryNumber(id, out int number);
        Mailbox mailbox = directory.MailboxOf(owner);
        if (mailbox.FindById(number) is { } folder)
        {
            (Account realOwner, MailFolder? real) = Follow(directory, owner, folder);
            return real is null ? null : new RestTarget(realOwner, real, null, real.Path, null);
        }

        MailFolder? home = mailbox.Folders.FirstOrDefault(candidate => candidate.Items.Exists(item => item.Id == number));
        return home is null ? null : new RestTarget(owner, home, home.Items.First(item => item.Id == number), home.Path + "/", null);
    }

    /// <summary>The full path first; only without a known <c>fmt</c> is the last suffix dropped and tried as a format.</summary>
    public static RestTarget? ByPath(ZimbraDirectory directory, Account owner, string path, bool suffixes)
    {
        if (Resolve(directory, owner, path) is ({ } exactOwner, { } exact))
        {
            return new RestTarget(exactOwner, exact, null, path, null);
        }

        int dot = path.LastIndexOf('.');
        return suffixes && dot > path.LastIndexOf('/') && Resolve(directory, owner, path[..dot]) is ({ } realOwner, { } folder)
            ? new RestTarget(realOwner, folder, null, path[..dot], RestFormats.OfSuffix(path[(dot + 1)..]))
            : null;
    }

    private static (Account Owner, MailFolder? Folder) Resolve(ZimbraDirectory directory, Account owner, string path)
    {
        MailFolder? folder = directory.MailboxOf(owner).UserRoot;
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            folder = folder?.ChildNamed(segment);
            (owner, folder) = Follow(directory, owner, folder);
        }

        return (owner, folder);
    }

    private static (Account Owner, MailFolder? Folder) Follow(ZimbraDirectory directory, Account owner, MailFolder? folder) =>
        folder?.Link is { } link && directory.FindAccountById(link.OwnerId) is { } other
            ? (other, directory.MailboxOf(other).FindById(link.RemoteId))
            : (owner, folder);
}
