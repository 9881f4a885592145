using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what a caller should know of a share.</summary>
internal static class ShareWarnings
{
    public static IReadOnlyList<ShareWarning> Of(
        SharedFolder before,
        DesiredGrant wanted,
        GrantResult result,
        IcsAddress address,
        IcsAddress? encrypted,
        DateTimeOffset now
    )
    {
        FolderGrant grant = result.Grant;
        SharedFolder after = result.Folder;
        var warnings = new List<ShareWarning>();
        void Warn(bool when, ShareWarningCode code, Func<LocalizedText> text)
        {
            if (when)
            {
                warnings.Add(new ShareWarning { Code = code, Text = text() });
            }
        }

        bool isPublic = grant.Type == GranteeType.Public;
        DateTimeOffset? end = after.Acl.EffectiveExpiry(grant);
        Warn(isPublic, ShareWarningCode.ReadableByAnybody, () => ShareWarningTexts.ReadableByAnybody(address));
        Warn(!address.IsEncrypted && !isPublic, ShareWarningCode.UnencryptedAddress, () => ShareWarningTexts.UnencryptedAddress(encrypted));
        Warn(IcsAddress.TryFromRestRoot(after.Info?.RestRoot, after.Path) is null, ShareWarningCode.AddressAssumed, () =>
            ShareWarningTexts.AddressAssumed(after.Owner, address)
        );
        Warn(after.Folder.View != "appointment", ShareWarningCode.NotACalendar, () =>
            ShareWarningTexts.NotACalendar(after.Path, after.Folder.View)
        );
        Warn(before.InheritedFrom is not null && after.InheritedFrom is null, ShareWarningCode.StoppedInheriting, () =>
            ShareWarningTexts.StoppedInheriting(after.Path, before.InheritedFrom)
        );
        Warn(end <= now, ShareWarningCode.Ended, () => ShareWarningTexts.Ended(end));
        Warn(
            end > now
                && (wanted.Expiry.IsNever || end < wanted.Expiry.Time || (wanted.Expiry.IsKeep && result.Outcome == ShareOutcome.Created)),
            ShareWarningCode.EndsEarlier,
            () => ShareWarningTexts.EndsEarlier(end)
        );
        string policy = isPublic ? "zimbraPublicSharingEnabled" : "zimbraExternalSharingEnabled";
        Warn(
            (isPublic || grant.Type == GranteeType.Guest) && after.Info?.Attributes.Flag(policy) == false,
            ShareWarningCode.HiddenByPolicy,
            () => ShareWarningTexts.HiddenByPolicy(policy)
        );
        Warn(wanted.Type == GranteeType.User && grant.Type == GranteeType.Guest, ShareWarningCode.NoSuchUser, () =>
            ShareWarningTexts.NoSuchUser(wanted.Address)
        );
        FolderGrant? useless = wanted.Address is null ? null : GrantSearch.Useless(after.Acl, wanted.Address);
        Warn(useless is not null, ShareWarningCode.UselessGrant, () => ShareWarningTexts.UselessGrant(useless?.GranteeId));
        Warn(wanted.Password is { IsEmpty: false } && GrantSearch.IsInternal(grant), ShareWarningCode.GrantPasswordIgnored, () =>
            ShareWarningTexts.GrantPasswordIgnored(grant.GranteeName)
        );
        string? namesake = grant.Type == GranteeType.Guest ? Namesake(after.Acl, grant.GranteeId) : null;
        Warn(namesake is not null, ShareWarningCode.IdentifierCollision, () =>
            ShareWarningTexts.IdentifierCollision(grant.GranteeId, namesake)
        );
        return warnings;
    }

    private static string? Namesake(FolderAcl acl, string? guest) =>
        GuestAddress.TryParse(guest, out GuestAddress own)
            ? acl
                .Grants.FirstOrDefault(other =>
                    other.Type == GranteeType.Guest
                    && GuestAddress.TryParse(other.GranteeId, out GuestAddress address)
                    && GuestIdentifier.Collide(own, address)
                )
                ?.GranteeId
            : null;

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

        if (
            address is not null
            && after.Acl.Grants.FirstOrDefault(grant => grant.Type is GranteeType.Public or GranteeType.AllAuthenticated) is { } open
        )
        {
            warnings.Add(
                new ShareWarning
                {
                    Code = ShareWarningCode.StillReadable,
                    Text = ShareWarningTexts.StillReadable(after.Path, GranteeWords.Of(open.Type, open.GranteeName)),
                }
            );
        }

        List<string> others =
        [
            .. after
                .Acl.Grants.Where(GrantSearch.IsInternal)
                .Select(grant => grant.GranteeName)
                .OfType<string>()
                .Where(name => name.Length > 0),
        ];
        if (address is not null && !wasThere && others.Count > 0)
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
