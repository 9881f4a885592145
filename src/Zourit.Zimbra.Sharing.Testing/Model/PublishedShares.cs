using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// Writes an owner's shares into the directory (<c>zimbraSharedItem</c>, docs/protocol.md §4.9). On the real server another thread does it
/// a moment after the ACL changed; <see cref="Lag"/> makes that moment longer.
/// </summary>
internal sealed class PublishedShares(ZimbraDirectory directory)
{
    private readonly List<(DateTimeOffset Due, Account Owner)> _pending = [];

    public TimeSpan Lag { get; set; }

    /// <summary>An owner's grants have changed; raised at once, whatever the lag.</summary>
    public event Action<Account>? AclChanged;

    /// <summary>The ACL of one of the owner's folders has changed.</summary>
    public void Changed(Account owner)
    {
        AclChanged?.Invoke(owner);
        _pending.Add((directory.Now + Lag, owner));
        Settle();
    }

    /// <summary>Publishes what is due.</summary>
    public void Settle()
    {
        foreach ((DateTimeOffset due, Account owner) in _pending.Where(entry => entry.Due <= directory.Now).ToList())
        {
            owner.Attributes.Set("zimbraSharedItem", Values(owner));
            _pending.Remove((due, owner));
        }
    }

    private IEnumerable<string> Values(Account owner) =>
        from folder in owner.Mailbox?.Folders ?? []
        where folder.NoInherit && folder.Acl is not null
        from grant in folder.Acl!.Grants
        select Value(directory, folder, grant);

    private static string Value(ZimbraDirectory directory, MailFolder folder, AccessGrant grant)
    {
        string id = grant.Type switch
        {
            "guest" => grant.GranteeId.ToLowerInvariant(),
            "pub" or "all" => "null",
            _ => grant.GranteeId,
        };
        string name = (directory.NameOf(grant.Type, grant.GranteeId) ?? "null").Replace(";", "*ASCII59*", StringComparison.Ordinal);
        long expiry = folder.Acl!.EffectiveExpiry(grant);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"granteeId:{id};granteeName:{name};granteeType:{grant.Type};folderId:{folder.Id};folderUuid:{folder.Uuid};"
                + $"folderPath:{folder.Path.Replace(";", "*ASCII59*", StringComparison.Ordinal)};folderDefaultView:"
                + $"{(folder.View.Length == 0 ? "unknown" : folder.View)};"
                + $"rights:{grant.Rights};type:folder{(expiry == 0 ? "" : $";expiry:{expiry}")}"
        );
    }
}
