using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Says why the server refused a grant. Its fault tells only PERM_DENIED; the reason is worked out from what was read before
/// (docs/protocol.md §4.3, §4.4).
/// </summary>
internal static class SharingRefusal
{
    /// <param name="fault">What the server said.</param>
    /// <param name="folder">The folder as it was read before.</param>
    /// <param name="wanted">The grant that was asked for.</param>
    /// <param name="isOver">Whether the server is through with it; else it may make the grant even now, which the folder, read afterwards,
    /// does not show.</param>
    public static ZimbraFaultException Explain(ZimbraFault fault, SharedFolder folder, DesiredGrant wanted, bool isOver = true)
    {
        string whom = wanted.Address ?? "the public";
        string? why = fault.Code switch
        {
            ZimbraFaultCodes.PermissionDenied => Denied(folder, wanted),
            ZimbraFaultCodes.CannotGrant => $"The right 'a' (administer) in '{wanted.Permissions}' can only be given to internal users "
                + $"and groups, never to guests or the public.",
            ZimbraFaultCodes.NoSuchItem or ZimbraFaultCodes.NoSuchFolder => "The folder was there a moment ago and is gone.",
            var code => ZimbraFaultCodes.RemedyFor(code)?.ToString(),
        };
        return new ZimbraFaultException(
            fault,
            "FolderActionRequest",
            (
                $"'{folder.Path}' of {folder.Owner} was not shared with {whom}; {Extent(isOver)}. {fault.Code}: "
                + $"{fault.PlainReason.TrimEnd('.')}. {why}"
            ).TrimEnd()
        )
        {
            ChangedNothing = isOver,
        };
    }

    private static string Extent(bool isOver) =>
        isOver
            ? "nothing was changed, nobody was mailed"
            : "the folder, read afterwards, shows no change, but the server may be at it even now";

    private static string Denied(SharedFolder folder, DesiredGrant wanted)
    {
        AttributeList policy = folder.Info?.Attributes ?? AttributeList.Empty;
        if (string.Equals(wanted.Address, folder.Owner, StringComparison.OrdinalIgnoreCase))
        {
            return "It is the owner's own address: the owner needs no share.";
        }

        if (folder.Folder.EffectiveRights is { } rights && !rights.Contains('a', StringComparison.Ordinal))
        {
            return $"The account in use has the rights '{rights}' on this folder and needs 'a' (administer) to share it.";
        }

        string? off = wanted.Type switch
        {
            GranteeType.Public => "zimbraPublicSharingEnabled",
            GranteeType.Guest => "zimbraExternalSharingEnabled",
            _ => null,
        };
        if (off is not null && policy.Flag(off) == false)
        {
            return $"{off} is FALSE for the owner (from the account, its class of service or the domain): an administrator must set it to "
                + $"TRUE.";
        }

        if (ExpiryConflict(folder, wanted, policy) is { } conflict)
        {
            return conflict;
        }

        return wanted.Type == GranteeType.Guest
            ? $"The likely reason is the white list: zimbraExternalShareDomainWhitelistEnabled is TRUE and "
                + $"'{AccountName.DomainOf(wanted.Address!)}' is not in "
                + "zimbraExternalShareWhitelistDomain, which only an administrator can read and change."
            : "The account in use has no right to share this folder, or a sharing policy of the server forbids it.";
    }

    private static string? ExpiryConflict(SharedFolder folder, DesiredGrant wanted, AttributeList policy)
    {
        string attribute = PolicyLimits.AttributeFor(wanted.Type, folder.Folder.View);
        DateTimeOffset? ceiling = PolicyLimits.Ceiling(folder.Acl, wanted.Type);
        bool isLimited = PolicyLimits.Lifetime(folder, wanted.Type) is not null;
        if (wanted.Expiry.Time is { } end && end > ceiling)
        {
            return $"The wanted end, {end:u}, lies after the ceiling of the folder's ACL, {ceiling:u} "
                + $"({PolicyLimits.CeilingName(wanted.Type)}, from {attribute}{(isLimited ? $" = {policy[attribute]}" : "")}). Ask for an "
                + $"earlier end.";
        }

        return isLimited && !wanted.Expiry.IsKeep
            ? $"{attribute} = {policy[attribute]} limits how long such a share may last. Ask for an end within it, or leave the end to "
                + $"the server."
            : null;
    }
}
