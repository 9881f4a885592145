using Zourit.Zimbra.Sharing.Feeds;
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
        void Warn(bool when, ShareWarningCode code, FormattableString text)
        {
            if (when)
            {
                warnings.Add(new ShareWarning(code, FormattableString.Invariant(text)));
            }
        }

        bool isPublic = grant.Type == GranteeType.Public;
        DateTimeOffset? end = after.Acl.EffectiveExpiry(grant);
        Warn(
            isPublic,
            ShareWarningCode.ReadableByAnybody,
            $"Whoever finds {address} can read the calendar, the attendees' names and addresses included."
        );
        Warn(
            !address.IsEncrypted && !isPublic,
            ShareWarningCode.UnencryptedAddress,
            $"The server announces an http address: a password typed there travels in clear. {Remedy(encrypted)} An administrator can set zimbraPublicServiceProtocol to https."
        );
        Warn(
            IcsAddress.TryFromRestRoot(after.Info?.RestRoot, after.Path) is null,
            ShareWarningCode.AddressAssumed,
            $"The server did not tell where the calendars of {after.Owner} are read; {address} is put together from the server's address."
        );
        Warn(
            after.Folder.View != "appointment",
            ShareWarningCode.NotACalendar,
            $"'{after.Path}' is no calendar (its view is '{after.Folder.View ?? "unknown"}'): its ICS address gives an empty calendar."
        );
        Warn(
            before.InheritedFrom is not null && after.InheritedFrom is null,
            ShareWarningCode.StoppedInheriting,
            $"'{after.Path}' had the shares of '{before.InheritedFrom}'. It kept a copy of them with this one, and later changes at '{before.InheritedFrom}' do not reach it any more."
        );
        Warn(
            end <= now,
            ShareWarningCode.Ended,
            $"The share gives nothing: it ended at {end:u}. Revoke the folder's ended shares, or ask an administrator about the lifetime policy."
        );
        Warn(
            end > now
                && (wanted.Expiry.IsNever || end < wanted.Expiry.Time || (wanted.Expiry.IsKeep && result.Outcome == ShareOutcome.Created)),
            ShareWarningCode.EndsEarlier,
            $"The server ends the share at {end:u}, by its lifetime policy (for guests and users the folder's first share of the kind sets the end for all)."
        );
        string policy = isPublic ? "zimbraPublicSharingEnabled" : "zimbraExternalSharingEnabled";
        Warn(
            (isPublic || grant.Type == GranteeType.Guest) && after.Info?.Attributes.Flag(policy) == false,
            ShareWarningCode.HiddenByPolicy,
            $"{policy} is FALSE for the owner by now: readers get a calendar without events."
        );
        Warn(
            wanted.Type == GranteeType.User && grant.Type == GranteeType.Guest,
            ShareWarningCode.NoSuchUser,
            $"'{wanted.Address}' is no account or group of this server, so the server made it a guest's share. If that is a slip, revoke it."
        );
        FolderGrant? useless = wanted.Address is null ? null : GrantSearch.Useless(after.Acl, wanted.Address);
        Warn(
            useless is not null,
            ShareWarningCode.UselessGrant,
            $"A grant stored as '{useless?.GranteeId}' stands beside and lets nobody in, since the server takes the whole text for the address. {nameof(CalendarClient.RevokeGuestAsync)} removes both."
        );
        Warn(
            wanted.Password is { IsEmpty: false } && GrantSearch.IsInternal(grant),
            ShareWarningCode.GrantPasswordIgnored,
            $"{grant.GranteeName} belongs to this server: the grant password is not kept, and the calendar is read with the account's own password."
        );
        string? namesake = grant.Type == GranteeType.Guest ? Namesake(after.Acl, grant.GranteeId) : null;
        Warn(
            namesake is not null,
            ShareWarningCode.IdentifierCollision,
            $"{grant.GranteeId} and {namesake} have the same identifier, so only the first of them to sign up gets an account. A grant password lets the other one in."
        );
        return warnings;
    }

    private static string Remedy(IcsAddress? encrypted) =>
        encrypted is null
            ? $"{nameof(FeedClient)}.{nameof(FeedClient.FindEncryptedAddressAsync)} finds the https form if the server answers it."
            : $"Pass on {encrypted} instead.";

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
                new ShareWarning(
                    ShareWarningCode.StoppedInheriting,
                    $"'{after.Path}' had the shares of '{parent}'. It kept a copy of the others, and later changes at '{parent}' do not reach it any more."
                )
            );
        }

        if (
            address is not null
            && after.Acl.Grants.FirstOrDefault(grant => grant.Type is GranteeType.Public or GranteeType.AllAuthenticated) is { } open
        )
        {
            warnings.Add(
                new ShareWarning(
                    ShareWarningCode.StillReadable,
                    $"'{after.Path}' stays readable: it is shared with {(open.Type == GranteeType.Public ? "the public" : "all who are signed in to the server")}."
                )
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
                new ShareWarning(
                    ShareWarningCode.MaybeAnAlias,
                    $"If {address} is another address of an account or group of the server, name it by its primary address; the calendar is shared with {string.Join(", ", others)}."
                )
            );
        }

        return warnings;
    }
}
