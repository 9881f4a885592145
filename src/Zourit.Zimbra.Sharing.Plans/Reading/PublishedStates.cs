using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Takes calendars and grants out of what the directory publishes.</summary>
internal static class PublishedStates
{
    private const string Trash = "/Trash/";

    public static OwnerState Of(string owner, string id, IEnumerable<PublishedShare> items, string? account) =>
        new()
        {
            Owner = owner.ToLowerInvariant(),
            PrimaryAddress = owner.ToLowerInvariant(),
            OwnerId = id,
            Calendars =
            [
                .. items
                    .Where(item => item.IsCalendar && !item.Path.Value.StartsWith(Trash, StringComparison.OrdinalIgnoreCase))
                    .GroupBy(item => item.FolderId)
                    .Select(folder => new CalendarState
                    {
                        Path = folder.First().Path,
                        FolderId = folder.Key,
                        Grants = [.. folder.Select(item => State(item, [owner, account]))],
                    }),
            ],
        };

    // The end that is published is the one in force, whether it is the grant's own or the folder's.
    private static GrantState State(PublishedShare item, string?[] own)
    {
        PlanGrantee grantee = FolderStates.Grantee(item.GranteeType, item.GranteeId, item.GranteeName);
        return new()
        {
            Grantee = grantee,
            GranteeId = item.GranteeId,
            Rights = item.Permissions,
            Expiry = item.Expiry,
            EffectiveExpiry = item.Expiry,
            IsOwn = FolderStates.IsOwn(grantee, own),
        };
    }
}
