using System.Globalization;
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
        LocalizedText whom = wanted.Address is { } address ? new(address) : SharingRefusalTexts.ThePublic;
        LocalizedText? why = fault.Code switch
        {
            ZimbraFaultCodes.PermissionDenied => Denied(folder, wanted),
            ZimbraFaultCodes.CannotGrant => SharingRefusalTexts.Administer($"{wanted.Permissions}"),
            ZimbraFaultCodes.NoSuchItem or ZimbraFaultCodes.NoSuchFolder => SharingRefusalTexts.FolderGone,
            var code => ZimbraFaultCodes.RemedyFor(code),
        };
        LocalizedText extent = isOver ? SharingRefusalTexts.NothingChanged : SharingRefusalTexts.MayStillChange;
        return new ZimbraFaultException(
            fault,
            "FolderActionRequest",
            SharingRefusalTexts
                .NotShared(folder.Path.ToString(), folder.Owner, whom, extent)
                .Then(SharingRefusalTexts.Answer(fault.Code, fault.PlainReason))
                .Then(why)
        )
        {
            ChangedNothing = isOver,
        };
    }

    private static LocalizedText Denied(SharedFolder folder, DesiredGrant wanted)
    {
        AttributeList policy = folder.Info?.Attributes ?? AttributeList.Empty;
        string? account = folder.AccountOf(wanted.Address)?.Name ?? wanted.Address;
        if (string.Equals(account, folder.Owner, StringComparison.OrdinalIgnoreCase))
        {
            return SharingRefusalTexts.OwnAddress;
        }

        if (folder.Folder.EffectiveRights is { } rights && !rights.Contains('a', StringComparison.Ordinal))
        {
            return SharingRefusalTexts.LacksAdminister(rights);
        }

        string? off = wanted.Type switch
        {
            GranteeType.Public => "zimbraPublicSharingEnabled",
            GranteeType.Guest => "zimbraExternalSharingEnabled",
            _ => null,
        };
        if (off is not null && policy.Flag(off) == false)
        {
            return SharingRefusalTexts.SwitchedOff(off);
        }

        if (ExpiryConflict(folder, wanted, policy) is { } conflict)
        {
            return conflict;
        }

        return wanted.Type == GranteeType.Guest
            ? SharingRefusalTexts.WhiteList(AccountName.DomainOf(wanted.Address!))
            : SharingRefusalTexts.NoRight;
    }

    private static LocalizedText? ExpiryConflict(SharedFolder folder, DesiredGrant wanted, AttributeList policy)
    {
        string attribute = PolicyLimits.AttributeFor(wanted.Type, folder.Folder.View);
        DateTimeOffset? ceiling = PolicyLimits.Ceiling(folder.Acl, wanted.Type);
        bool isLimited = PolicyLimits.Lifetime(folder, wanted.Type) is not null;
        if (wanted.Expiry.Time is { } end && end > ceiling)
        {
            string limit = isLimited ? $"{attribute} = {policy[attribute]}" : attribute;
            return SharingRefusalTexts.AfterCeiling(
                end.ToString("u", CultureInfo.InvariantCulture),
                ceiling.Value.ToString("u", CultureInfo.InvariantCulture),
                PolicyLimits.CeilingName(wanted.Type),
                limit
            );
        }

        return isLimited && !wanted.Expiry.IsKeep ? SharingRefusalTexts.Limited(attribute, policy[attribute] ?? "") : null;
    }
}
