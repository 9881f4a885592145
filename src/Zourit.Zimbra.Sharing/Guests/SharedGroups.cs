using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The groups that the owners of a domain publish shares with: each must be visible, or be gone.</summary>
internal sealed class SharedGroups(RequestDispatcher dispatcher)
{
    private readonly GroupSight _sight = new(dispatcher);

    /// <param name="domain">The owners' domain; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ZimbraMissingRightException">A group exists, and the search does not see it.</exception>
    public async Task RequireVisibleAsync(string? domain, CancellationToken cancellationToken)
    {
        var request = new SearchDirectoryRequest
        {
            Query = LdapFilter.Contains(PublishedShare.Attribute, "granteeType:grp;"),
            Domain = domain,
            AttributeNames = [PublishedShare.Attribute],
            ApplyCos = false,
        };
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (DirectoryEntry owner in dispatcher.SearchDirectoryAsync(request, cancellationToken).ConfigureAwait(false))
        {
            Shown.Require(owner, dispatcher.Admin?.Administrator, PublishedShare.Attribute);
            PublishedShare[] shares =
            [
                .. PublishedShareExtensions
                    .Of(owner)
                    .Where(share => share is { GranteeType: GranteeType.Group, GranteeId: { } id } && known.Add(id)),
            ];
            IReadOnlySet<string> unseen = await _sight
                .UnseenAsync(shares.Select(share => share.GranteeId), cancellationToken)
                .ConfigureAwait(false);
            if (unseen.Count > 0)
            {
                await RequireGoneAsync(owner, [.. shares.Where(share => unseen.Contains(share.GranteeId!))], cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    // What is published of a deleted group stays (recording 14-71); the ACL of the folder says whether the group is there.
    private async Task RequireGoneAsync(DirectoryEntry owner, PublishedShare[] unseen, CancellationToken cancellationToken)
    {
        IReadOnlyList<SharedFolder>? folders = await new OwnerFolders(dispatcher)
            .ReadAsync(owner.Name, cancellationToken)
            .ConfigureAwait(false);
        string? existing = folders is null
            // The owner is in maintenance: what is published is all that is known.
            ? unseen[0].GranteeName ?? unseen[0].GranteeId
            : folders
                .SelectMany(folder => folder.Acl.Grants)
                .FirstOrDefault(grant =>
                    grant is { IsOrphan: false, GranteeName.Length: > 0 }
                    && Array.Exists(unseen, share => share.GranteeId == grant.GranteeId)
                )
                ?.GranteeName;
        if (existing is not null)
        {
            throw _sight.Missing(existing);
        }
    }
}
