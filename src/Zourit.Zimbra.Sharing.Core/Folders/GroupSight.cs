using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// Whether searches see the groups that folders are shared with. Without <c>listDistributionList</c> a search for the groups of a guest
/// finds none and reports no fault, so that a share by way of a group would be missed.
/// </summary>
internal sealed class GroupSight(RequestDispatcher dispatcher)
{
    /// <summary>Looks for the groups of an ACL. The grant of a deleted one has no name there, and does not matter.</summary>
    /// <exception cref="ZimbraMissingRightException">A group exists, and the search does not see it.</exception>
    public async Task RequireAsync(IEnumerable<FolderGrant> grants, CancellationToken cancellationToken)
    {
        FolderGrant[] groups = [.. grants.Where(grant => grant is { Type: GranteeType.Group, IsOrphan: false, GranteeName.Length: > 0 })];
        IReadOnlySet<string> unseen = await UnseenAsync(groups.Select(grant => grant.GranteeId), cancellationToken).ConfigureAwait(false);
        if (Array.Find(groups, grant => unseen.Contains(grant.GranteeId!)) is { } hidden)
        {
            throw Missing(hidden.GranteeName!);
        }
    }

    /// <summary>Those of some groups that the search does not find, by their ids.</summary>
    public async Task<IReadOnlySet<string>> UnseenAsync(IEnumerable<string?> ids, CancellationToken cancellationToken)
    {
        var unseen = new HashSet<string>(ids.OfType<string>(), StringComparer.Ordinal);
        if (unseen.Count == 0)
        {
            return unseen;
        }

        var request = new SearchDirectoryRequest
        {
            Types = ["distributionlists"],
            Query = LdapFilter.Or([.. unseen.Select(id => LdapFilter.Equal("zimbraId", id))]),
            AttributeNames = ["zimbraId"],
        };
        await foreach (DirectoryEntry group in dispatcher.SearchDirectoryAsync(request, cancellationToken).ConfigureAwait(false))
        {
            unseen.Remove(group.Id);
        }

        return unseen;
    }

    /// <summary>What is missing where a group exists that the search does not see.</summary>
    public ZimbraMissingRightException Missing(string group)
    {
        string domain = AccountName.DomainOf(group);
        return ZimbraMissingRightException.LeftOut(
            "SearchDirectoryRequest",
            $"the search does not find the group {group}, with which a folder is shared, so that it is not known who is in it",
            [
                MissingRights.Grant(
                    "listDistributionList",
                    domain.Length > 0 && domain != group ? RightTarget.Domain(domain) : RightTarget.Global,
                    dispatcher.Admin?.Administrator
                ),
            ]
        );
    }
}
