using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>
/// Which addresses are distribution lists (urn:zimbraAdmin SearchDirectoryRequest). Only administrators see them, and delegated ones only
/// with <c>listDistributionList</c>, without any fault otherwise.
/// </summary>
internal sealed class ListLookup(ZimbraClient client)
{
    // So long a filter is still one line.
    private const int BatchSize = 50;

    private const string Mail = "mail";
    private const string Alias = "zimbraMailAlias";

    public async Task<HashSet<string>> FindAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (string[] part in addresses.Chunk(BatchSize))
            {
                var search = new SearchDirectoryRequest
                {
                    Types = ["distributionlists", "dynamicgroups"],
                    Query = LdapFilter.Or(
                        part.SelectMany(address => new[] { LdapFilter.Equal(Mail, address), LdapFilter.Equal(Alias, address) })
                    ),
                    AttributeNames = [Mail, Alias],
                    ApplyCos = false,
                };
                await foreach (DirectoryEntry entry in client.SearchDirectoryAsync(search, cancellationToken).ConfigureAwait(false))
                {
                    found.UnionWith([entry.Name, .. entry.Attributes.Values(Mail), .. entry.Attributes.Values(Alias)]);
                }
            }
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.AdministratorRequired)
        {
            // An owner cannot ask for lists.
        }

        return found;
    }

    /// <summary>Whether a search that finds nothing proves anything: for a global administrator, who may set everything.</summary>
    public async Task<bool> SeesAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            var rights = new GetEffectiveRightsRequest { Target = RightTarget.Global };
            return (await client.SendAsync(rights, cancellationToken).ConfigureAwait(false)).SetsAll;
        }
        catch (ZimbraException e) when (e is ZimbraFaultException or ZimbraAuthenticationException)
        {
            return false;
        }
    }
}
