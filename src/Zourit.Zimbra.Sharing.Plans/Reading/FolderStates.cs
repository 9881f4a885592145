using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Takes the calendars and their own grants out of a mailbox's folders.</summary>
internal static class FolderStates
{
    private const string Trash = "/Trash/";

    public static OwnerState Of(string owner, GetInfoResponse info, Folder root, string? account) =>
        new()
        {
            Owner = owner,
            PrimaryAddress = info.Name.ToLowerInvariant(),
            OwnerId = info.Id,
            ServerVersion = info.Version,
            Calendars =
            [
                .. root.SelfAndDescendants()
                    .Where(folder => folder is { Kind: FolderKind.Folder, IsCalendar: true, Path: not null })
                    .Where(folder => !folder.Path!.StartsWith(Trash, StringComparison.OrdinalIgnoreCase))
                    .Select(folder => State(folder, [info.Name, account]))
                    .OfType<CalendarState>(),
            ],
        };

    // A manifest cannot name what no path can hold.
    private static CalendarState? State(Folder folder, string?[] own) =>
        FolderPath.TryParse(folder.Path, out FolderPath path)
            ? new()
            {
                Path = path,
                FolderId = folder.Id,
                FolderUuid = folder.Uuid,
                GuestCeiling = folder.Acl?.GuestGrantExpiry,
                UserCeiling = folder.Acl?.InternalGrantExpiry,
                Grants = [.. (folder.Acl?.Grants ?? []).Select(grant => State(folder.Acl!, grant, own))],
            }
            : null;

    private static GrantState State(FolderAcl acl, FolderGrant grant, string?[] own)
    {
        PlanGrantee grantee = Grantee(grant.Type, grant.GranteeId, grant.GranteeName);
        return new()
        {
            Grantee = grantee,
            GranteeId = grant.GranteeId,
            Rights = Permissions.Parse(string.Concat(grant.Rights.Where(letter => Permissions.TryParse(letter.ToString(), out _)))),
            Expiry = grant.Expiry,
            EffectiveExpiry = acl.EffectiveExpiry(grant),
            HasPassword = grant.Password is { IsEmpty: false },
            IsOwn = IsOwn(grantee, own),
        };
    }

    /// <summary>Whether a grant is for the calendar's owner or the account in use.</summary>
    internal static bool IsOwn(PlanGrantee grantee, string?[] own) =>
        grantee.Kind == GranteeKind.User && own.Contains(grantee.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whom a grant is for, in a manifest's words.</summary>
    internal static PlanGrantee Grantee(GranteeType type, string? id, string? name) =>
        type switch
        {
            GranteeType.Public => PlanGrantee.Public,
            GranteeType.Guest when GuestAddress.TryParseGranteeId(id, out GuestAddress guest) => PlanGrantee.Known(
                GranteeKind.Guest,
                guest.Value
            ),
            GranteeType.User or GranteeType.Group when name is { Length: > 0 } => PlanGrantee.Known(
                GranteeKind.User,
                name.ToLowerInvariant()
            ),
            _ => PlanGrantee.Known(GranteeKind.Unknown, id ?? type.ToString()),
        };
}
