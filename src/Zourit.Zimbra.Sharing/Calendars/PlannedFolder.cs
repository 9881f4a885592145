using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A folder as it would be read once grants are made, so that what comes after them in a list can be planned.</summary>
internal static class PlannedFolder
{
    public static SharedFolder After(SharedFolder folder, IReadOnlyList<GrantItem> items, IReadOnlyList<string?> mails)
    {
        GrantItem[] changed = [.. items.Where(item => item.Plan.Grant is not null)];
        if (changed.Length == 0)
        {
            return folder with { PlannedMails = folder.PlannedMails.Union(mails.OfType<string>()) };
        }

        FolderGrant[] made = [.. changed.Select(item => Made(folder, item))];
        SharedFolder after = folder;
        if (made.All(grant => grant.Type == GranteeType.Guest))
        {
            after = folder.Plus(made);
        }
        else
        {
            HashSet<FolderGrant> gone = new(
                changed.SelectMany(item => new[] { item.Plan.Standing, item.Plan.Dead }).OfType<FolderGrant>(),
                ReferenceEqualityComparer.Instance
            );
            IEnumerable<FolderGrant> kept = folder.Acl.Grants.Where(grant => !gone.Contains(grant));
            after = folder with { Acl = folder.Acl with { Grants = [.. kept, .. made] } };
        }

        return after with
        {
            // The first grant of its own gives a folder an ACL of its own.
            InheritedFrom = null,
            PlannedMails = folder.PlannedMails.Union(mails.OfType<string>()),
        };
    }

    private static FolderGrant Made(SharedFolder folder, GrantItem item)
    {
        FolderGrant sent = item.Plan.Grant! with { Expiry = item.Plan.Expiry };
        return item.Plan.Standing is { } standing
                ? sent with
                {
                    Type = standing.Type,
                    GranteeId = standing.GranteeId,
                    GranteeName = standing.GranteeName,
                }
            : folder.AccountOf(item.Desired.Address) is { } account
                ? sent with
                {
                    Type = GranteeType.User,
                    GranteeId = account.Id,
                    GranteeName = account.Name,
                    Password = null,
                }
            : sent.Type == GranteeType.Guest ? sent with { GranteeId = sent.GranteeName, GranteeName = null }
            : sent;
    }
}
