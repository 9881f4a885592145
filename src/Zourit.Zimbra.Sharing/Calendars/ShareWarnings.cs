using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what a caller should know of a share.</summary>
internal static class ShareWarnings
{
    public static IReadOnlyList<ShareWarning> Of(AppliedGrant applied, FolderAddresses addresses, DateTimeOffset now)
    {
        (SharedFolder before, DesiredGrant desired, GrantResult result) = applied;
        FolderGrant grant = result.Grant;
        SharedFolder after = result.Folder;
        var warnings = new List<ShareWarning>();
        void Warn(ShareWarningCode code, Func<LocalizedText> text) =>
            warnings.Add(new ShareWarning { Code = code, Text = LocalizedText.Later(text) });

        bool isPublic = grant.Type == GranteeType.Public;
        DateTimeOffset? end = after.Acl.EffectiveExpiry(grant);
        if (isPublic)
        {
            Warn(ShareWarningCode.ReadableByAnybody, () => ShareWarningTexts.ReadableByAnybody(addresses.Ics));
        }

        if (!addresses.Ics.IsEncrypted && !isPublic)
        {
            Warn(ShareWarningCode.UnencryptedAddress, () => ShareWarningTexts.UnencryptedAddress(addresses.Encrypted));
        }

        if (addresses.IsAssumed)
        {
            Warn(ShareWarningCode.AddressAssumed, () => ShareWarningTexts.AddressAssumed(after.Owner, addresses.Ics));
        }

        if (!FolderViews.IsFeed(after.Folder.View))
        {
            Warn(ShareWarningCode.NotACalendar, () => ShareWarningTexts.NotACalendar(after.Path, after.Folder.View));
        }

        if (before.InheritedFrom is not null && after.InheritedFrom is null)
        {
            Warn(ShareWarningCode.StoppedInheriting, () => ShareWarningTexts.StoppedInheriting(after.Path, before.InheritedFrom));
        }

        if (end <= now)
        {
            Warn(ShareWarningCode.Ended, () => ShareWarningTexts.Ended(end));
        }

        if (
            end > now
            && (desired.Expiry.IsNever || end < desired.Expiry.Time || (desired.Expiry.IsKeep && result.Outcome == ShareOutcome.Created))
        )
        {
            Warn(ShareWarningCode.EndsEarlier, () => ShareWarningTexts.EndsEarlier(end));
        }

        string policy = isPublic ? "zimbraPublicSharingEnabled" : "zimbraExternalSharingEnabled";
        if ((isPublic || grant.Type == GranteeType.Guest) && after.Info?.Attributes.Flag(policy) == false)
        {
            Warn(ShareWarningCode.HiddenByPolicy, () => ShareWarningTexts.HiddenByPolicy(policy));
        }

        if (desired.Type == GranteeType.User && grant.Type == GranteeType.Guest)
        {
            Warn(ShareWarningCode.NoSuchUser, () => ShareWarningTexts.NoSuchUser(desired.Address));
        }

        if (result.Replaced is not null)
        {
            Warn(ShareWarningCode.AddressBecameAccount, () =>
                ShareWarningTexts.AddressBecameAccount(result.Replaced?.GranteeId, grant.GranteeName)
            );
        }

        FolderGrant? useless = desired.Address is null ? null : after.Grants.Useless(desired.Address);
        if (useless is not null)
        {
            Warn(ShareWarningCode.UselessGrant, () => ShareWarningTexts.UselessGrant(useless?.GranteeId));
        }

        if (desired.Password is { IsEmpty: false } && GrantSearch.IsInternal(grant))
        {
            Warn(ShareWarningCode.GrantPasswordIgnored, () => ShareWarningTexts.GrantPasswordIgnored(grant.GranteeName));
        }

        string? namesake = GrantSearch.GuestOf(grant) is { } own ? after.Grants.Namesake(own)?.GranteeId : null;
        if (namesake is not null)
        {
            Warn(ShareWarningCode.IdentifierCollision, () => ShareWarningTexts.IdentifierCollision(grant.GranteeId, namesake));
        }

        bool isCalDavGuest = grant is { Type: GranteeType.Guest } and not { Password.IsEmpty: false };
        var rights = Permissions.ParseLenient(grant.Rights);
        bool canDelete = rights.Includes(Permissions.Delete);
        if (isCalDavGuest && canDelete)
        {
            Warn(ShareWarningCode.GuestCanDeleteCalendar, () => ShareWarningTexts.GuestCanDeleteCalendar(grant.GranteeId, rights.Letters));
        }

        if (isCalDavGuest && !canDelete && rights.Includes(Permissions.Write))
        {
            Warn(ShareWarningCode.GuestCanRenameCalendar, () => ShareWarningTexts.GuestCanRenameCalendar(grant.GranteeId, rights.Letters));
        }

        string? unfit = CalDavAddress.UnfitCharacter(after.Path);
        if (isCalDavGuest && unfit is not null)
        {
            Warn(ShareWarningCode.NotForCalDav, () => ShareWarningTexts.NotForCalDav(after.Path, unfit));
        }

        return warnings;
    }

    public static IReadOnlyList<ShareWarning> OfRevocation(SharedFolder before, SharedFolder after, string? address, bool wasThere)
    {
        var warnings = new List<ShareWarning>();
        if (before.InheritedFrom is { } parent && after.InheritedFrom is null)
        {
            warnings.Add(
                new ShareWarning
                {
                    Code = ShareWarningCode.StoppedInheriting,
                    Text = ShareWarningTexts.StoppedInheriting(after.Path, parent),
                }
            );
        }

        if (address is not null && after.Grants.ToEverybody is { } open)
        {
            warnings.Add(
                new ShareWarning
                {
                    Code = ShareWarningCode.StillReadable,
                    Text = ShareWarningTexts.StillReadable(after.Path, GranteeWords.Of(open.Type, open.GranteeName)),
                }
            );
        }

        // An account is known by its aliases; a group is not.
        IReadOnlyList<string> others = wasThere || before.AccountOf(address) is not null ? [] : after.Grants.InternalNames;
        if (address is not null && others.Count > 0)
        {
            warnings.Add(
                new ShareWarning
                {
                    Code = ShareWarningCode.MaybeAnAlias,
                    Text = ShareWarningTexts.MaybeAnAlias(address, string.Join(", ", others)),
                }
            );
        }

        return warnings;
    }
}
