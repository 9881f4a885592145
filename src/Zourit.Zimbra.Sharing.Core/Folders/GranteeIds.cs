using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// All the ids under which grants reach a guest: the mail, the guest's accounts, the groups that list the mail (docs/protocol.md §6.5).
/// </summary>
internal sealed record GranteeIds(
    GuestAddress Mail,
    IReadOnlyDictionary<string, string> Accounts,
    IReadOnlyDictionary<string, string> Groups
)
{
    public static async Task<GranteeIds> ReadAsync(RequestDispatcher dispatcher, GuestAddress mail, CancellationToken cancellationToken)
    {
        var accounts = new Dictionary<string, string>(StringComparer.Ordinal);
        var guests = new SearchDirectoryRequest
        {
            Query = LdapFilter.And(
                LdapFilter.Equal(GuestAttributes.VirtualFlag, "TRUE"),
                LdapFilter.Equal(GuestAttributes.Mail, mail.Value)
            ),
            AttributeNames = [GuestAttributes.Mail],
            ApplyCos = false,
        };
        await foreach (DirectoryEntry entry in dispatcher.SearchDirectoryAsync(guests, cancellationToken).ConfigureAwait(false))
        {
            accounts[entry.Id] = entry.Name;
        }

        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new SearchDirectoryRequest
        {
            Types = ["distributionlists"],
            Query = LdapFilter.Equal("zimbraMailForwardingAddress", mail.Value),
            AttributeNames = ["zimbraId"],
        };
        await foreach (DirectoryEntry entry in dispatcher.SearchDirectoryAsync(lists, cancellationToken).ConfigureAwait(false))
        {
            groups[entry.Id] = entry.Name;
        }

        return new GranteeIds(mail, accounts, groups);
    }

    /// <summary>Whether the guest has an account in a domain.</summary>
    public bool HasAccountIn(string domain) =>
        Accounts.Values.Any(name => string.Equals(AccountName.DomainOf(name), domain, StringComparison.OrdinalIgnoreCase));

    public bool Covers(GranteeType type, string? id) =>
        id is not null
        && type switch
        {
            GranteeType.Guest => Mail.Spellings.Contains(id, StringComparer.OrdinalIgnoreCase) || HasDisplayName(id),
            GranteeType.User => Accounts.ContainsKey(id),
            GranteeType.Group => Groups.ContainsKey(id),
            _ => false,
        };

    private bool HasDisplayName(string id) =>
        Array.Exists(Mail.Spellings, spelling => id.TrimEnd().EndsWith($"<{spelling}>", StringComparison.OrdinalIgnoreCase));
}
