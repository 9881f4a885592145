using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// What the answers to guests' grants say of the ACL. Read back for each batch, the ACL of a list of thousands would be read hundreds of
/// times.
/// </summary>
internal static class GuestGrants
{
    /// <summary>The folder with the grants of a batch; null where the answers do not say all of it.</summary>
    public static SharedFolder? After(SharedFolder folder, IReadOnlyList<GrantItem> items, BatchResponse reply)
    {
        var made = new List<FolderGrant>(items.Count);
        foreach (GrantItem item in items)
        {
            if (Made(folder, item, reply) is { } grant)
            {
                made.Add(grant);
            }
            else if (!ReadBack.IsPlainRefusal(reply.OutcomeOf(item.Request!)))
            {
                return null;
            }
        }

        return folder.Plus(made);
    }

    /// <summary>
    /// A guest's grant as the server keeps it: as it was sent, under the guest's address. Null for any other outcome, and where the server
    /// has made it an account's or a group's.
    /// </summary>
    public static FolderGrant? Made(SharedFolder folder, GrantItem item, BatchResponse reply) =>
        reply.OutcomeOf(item.Request!) is { Response: { GranteeId: { } id } answer }
        && item.Request!.NewGrant is { Type: GranteeType.Guest, GranteeName: not null } sent
        && id.Contains('@', StringComparison.Ordinal)
        && GranteeCheck.IsAnswerTo(item.Request, answer, folder)
            ? sent with
            {
                GranteeId = id,
                GranteeName = null,
            }
            : null;
}
