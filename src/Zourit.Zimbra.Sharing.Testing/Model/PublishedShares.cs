using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// Writes shares into the directory (<c>zimbraSharedItem</c>, docs/protocol.md §4.9), folder by folder: what concerns other folders of the
/// owner stays as it was written, so that a subfolder keeps its old path when its parent is renamed, and names stay as they were
/// (recordings 14-56, 14-69). On the real server another thread does it a moment after the ACL changed; <see cref="Lag"/> makes that moment
/// longer.
/// </summary>
internal sealed class PublishedShares(ZimbraDirectory directory)
{
    private const int LongestValue = 1024;

    private readonly List<(DateTimeOffset Due, Account Owner, MailFolder Folder)> _pending = [];

    public TimeSpan Lag { get; set; }

    /// <summary>An owner's grants have changed; raised at once, whatever the lag.</summary>
    public event Action<Account>? AclChanged;

    /// <summary>The ACL, the name or the place of a folder has changed.</summary>
    public void Changed(Account owner, MailFolder folder)
    {
        AclChanged?.Invoke(owner);
        _pending.Add((directory.Now + Lag, owner, folder));
        Settle();
    }

    /// <summary>All folders of an owner are to be published: at the start, or when the mailbox is gone.</summary>
    public void Changed(Account owner)
    {
        owner.Attributes.Set("zimbraSharedItem", []);
        AclChanged?.Invoke(owner);
        foreach (MailFolder folder in owner.Mailbox?.Folders ?? [])
        {
            _pending.Add((directory.Now + Lag, owner, folder));
        }

        Settle();
    }

    /// <summary>
    /// Publishes what is due. One value that is too long for the directory fails the whole push, of all owners, for as long as it waits
    /// (recordings 14-139 to 14-150).
    /// </summary>
    public void Settle()
    {
        List<(DateTimeOffset Due, Account Owner, MailFolder Folder)> due = [.. _pending.Where(entry => entry.Due <= directory.Now)];
        if (due.Exists(entry => Values(entry.Owner, entry.Folder).Any(value => value.Length > LongestValue)))
        {
            return;
        }

        foreach ((_, Account owner, MailFolder folder) in due)
        {
            string mark = string.Create(CultureInfo.InvariantCulture, $";folderId:{folder.Id};");
            owner.Attributes.Set(
                "zimbraSharedItem",
                [
                    .. owner.Attributes.Values("zimbraSharedItem").Where(value => !value.Contains(mark, StringComparison.Ordinal)),
                    .. Values(owner, folder),
                ]
            );
        }

        _pending.RemoveAll(due.Contains);
    }

    private IEnumerable<string> Values(Account owner, MailFolder folder) =>
        folder is { NoInherit: true, Acl: { } acl } && owner.Mailbox?.FindById(folder.Id) == folder && directory.Accounts.Contains(owner)
            ? acl.Grants.Select(grant => Value(folder, acl, grant))
            : [];

    private string Value(MailFolder folder, AccessList acl, AccessGrant grant)
    {
        string id = grant.Type switch
        {
            "guest" => grant.GranteeId.ToLowerInvariant(),
            "pub" or "all" => "null",
            _ => grant.GranteeId,
        };
        string name = (directory.NameOf(grant.Type, grant.GranteeId) ?? "null").Replace(";", "*ASCII59*", StringComparison.Ordinal);
        long expiry = acl.EffectiveExpiry(grant);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"granteeId:{id};granteeName:{name};granteeType:{grant.Type};folderId:{folder.Id};folderUuid:{folder.Uuid};"
                + $"folderPath:{folder.Path.Replace(";", "*ASCII59*", StringComparison.Ordinal)};folderDefaultView:"
                + $"{(folder.View.Length == 0 ? "unknown" : folder.View)};"
                + $"rights:{grant.Rights};type:folder{(expiry == 0 ? "" : $";expiry:{expiry}")}"
        );
    }
}
