using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What somebody should look at in an owner's account and in what the directory publishes of it.</summary>
/// <param name="owner">The owner's primary name.</param>
/// <param name="info">What the server tells the owner; null where the caller may not ask.</param>
/// <param name="entry">What the directory shows an administrator; null where none asks, or may not see the account.</param>
internal sealed class OwnerReview(string owner, GetInfoResponse? info, DirectoryEntry? entry)
{
    private const string Zone = "zimbraPrefTimeZoneId";
    private const string DefaultZone = "America/Los_Angeles";

    /// <summary>The attributes of the owner's entry that are looked at.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["zimbraId", PublishedShare.Attribute, Zone];

    public IEnumerable<ReviewFinding> Of(IReadOnlyList<CalendarGrant> grants, IReadOnlyList<SharedFolder> calendars)
    {
        CalendarGrant[] guests =
        [
            .. grants.Where(grant => grant is { GuestIdentifier: not null, IsExpired: false, HasGrantPassword: false }),
        ];
        if (info?.Attributes.Flag("zimbraExternalSharingEnabled") == false)
        {
            foreach (CalendarGrant grant in guests.Where(grant => grant.Permissions.Includes(Permissions.Read)))
            {
                yield return GrantReview.About(grant, ReviewCode.OpenThoughSwitchedOff, ReviewTexts.OpenThoughSwitchedOff, status: null);
            }
        }

        if (guests.Length > 0 && MountpointName.UnfitCharacter(info?.Attributes["displayName"]) is { } character)
        {
            yield return About(ReviewCode.OwnerNameBreaksSignUp, ReviewTexts.OwnerNameBreaksSignUp, character.ToString());
        }

        if (entry?.Hides(PublishedShare.Attribute) == false)
        {
            foreach (ReviewFinding finding in OfPublication(entry, grants, calendars))
            {
                yield return finding;
            }
        }
    }

    /// <summary>That the owner has no time zone; as a rule it is the class of service that gives one, so others have none either.</summary>
    public IEnumerable<ReviewFinding> NoTimeZone() =>
        entry?.Hides(Zone) == false && entry.Attributes[Zone] is null or "" or DefaultZone
            ? [About(ReviewCode.NoTimeZone, ReviewTexts.NoTimeZone, DefaultZone)]
            : [];

    private static IEnumerable<ReviewFinding> OfPublication(
        DirectoryEntry entry,
        IReadOnlyList<CalendarGrant> grants,
        IReadOnlyList<SharedFolder> calendars
    )
    {
        ILookup<string, PublishedShare> published = PublishedShareExtensions.Of(entry).ToLookup(share => share.FolderId);
        foreach (CalendarGrant grant in grants.Where(grant => grant is { InheritedFrom: null, IsExpired: false }))
        {
            string? id = calendars.First(calendar => calendar.Id == grant.FolderId).Number.Number;
            PublishedShare? value = published[id].FirstOrDefault(share => IsOf(share, grant.Grantee));
            if (value is null && grant.Grantee.Type is GranteeType.Guest or GranteeType.User or GranteeType.Group or GranteeType.Public)
            {
                yield return GrantReview.About(grant, ReviewCode.NotPublished, ReviewTexts.NotPublished, status: null);
            }
            else if (value is not null && !string.Equals(value.Path.Value, grant.Path.Value, StringComparison.Ordinal))
            {
                ReviewFinding stale = GrantReview.About(
                    grant,
                    ReviewCode.PublishedUnderOldPath,
                    ReviewTexts.PublishedUnderOldPath,
                    value.Path.Value
                );
                yield return stale;
            }
        }
    }

    private static bool IsOf(PublishedShare share, Grantee grantee) =>
        share.GranteeType == grantee.Type
        && (
            grantee.Type == GranteeType.Public
            || string.Equals(share.GranteeId, grantee.Id ?? grantee.Name, StringComparison.OrdinalIgnoreCase)
        );

    private ReviewFinding About(ReviewCode code, ReviewText text, string reason) =>
        new()
        {
            Code = code,
            Sentence = text.Sentence.Fill(owner, reason),
            Remedy = text.Remedy.Fill(owner, reason),
            Owner = owner,
        };
}
