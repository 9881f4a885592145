using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What somebody should look at in one grant.</summary>
internal static class GrantReview
{
    // The server gives visitors who do not sign in the default class of service, and guests' accounts that of external users
    // (docs/protocol.md, F and §6.5).
    private const string DefaultCos = "default";
    private const string GuestsCos = "defaultExternal";

    public static IEnumerable<ReviewFinding> Of(CalendarGrant grant, GranteeAccount? account, DateTimeOffset now, TimeSpan soon)
    {
        if (BlocksPublication(grant, FolderViews.Calendar))
        {
            yield return Found(ReviewCode.BlocksPublication, ReviewTexts.BlocksPublication);
        }

        if (grant.IsExpired)
        {
            yield return Found(ReviewCode.Ended, ReviewTexts.Ended);
            yield break;
        }

        if (grant.EffectiveExpiry - now <= soon)
        {
            yield return Found(ReviewCode.EndsSoon, ReviewTexts.EndsSoon);
        }

        if (grant.Grantee.Type == GranteeType.Public && grant.Permissions.Includes(Permissions.Read))
        {
            yield return Found(ReviewCode.PublicCalendar, ReviewTexts.Public);
        }

        if (IsCos(grant, DefaultCos) && grant.Permissions.Includes(Permissions.Read))
        {
            yield return Found(ReviewCode.OpenWithoutLogin, ReviewTexts.OpenWithoutLogin);
        }

        if (IsCos(grant, GuestsCos) && grant.Permissions.Includes(Permissions.Read))
        {
            yield return Found(ReviewCode.OpenToAllGuests, ReviewTexts.OpenToAllGuests);
        }

        if (IsOutsider(grant, account) && MayChange(grant.Permissions))
        {
            yield return Found(ReviewCode.OutsiderCanWrite, ReviewTexts.Writer);
        }

        // CalDAV takes accounts only, not a grant's own password (docs/protocol.md, CalDAV for outside guests).
        if (IsOutsider(grant, account) && !grant.HasGrantPassword && grant.Grantee.Type != GranteeType.Key)
        {
            if (grant.Permissions.Includes(Permissions.Delete))
            {
                yield return Found(ReviewCode.OutsiderCanDeleteCalendar, ReviewTexts.CanDeleteCalendar);
            }
            else if (grant.Permissions.Includes(Permissions.Write))
            {
                yield return Found(ReviewCode.OutsiderCanRenameCalendar, ReviewTexts.CanRenameCalendar);
            }
        }

        if (grant.IsOrphan)
        {
            yield return Found(ReviewCode.OrphanGrant, ReviewTexts.Orphan);
        }

        if (grant.Grantee.Type == GranteeType.Guest && grant.GuestIdentifier is null)
        {
            yield return Found(ReviewCode.UselessGrant, ReviewTexts.Useless);
        }

        if (account is { IsMissing: true })
        {
            yield return Found(ReviewCode.GuestNeverSignedUp, ReviewTexts.NeverSignedUp);
        }
        else if (account?.Status is { } status && status != "active")
        {
            yield return Found(ReviewCode.GranteeNotActive, ReviewTexts.NotActive);
        }

        ReviewFinding Found(ReviewCode code, ReviewText text) => About(grant, code, text, account?.Status);
    }

    /// <summary>What somebody should look at in a grant on something that is not a calendar: that an outsider has it.</summary>
    public static IEnumerable<ReviewFinding> OfOtherFolder(CalendarGrant grant, string? view, GranteeAccount? account) =>
        BlocksPublication(grant, view) ? [About(grant, ReviewCode.BlocksPublication, ReviewTexts.BlocksPublication, status: null)]
        : grant.IsExpired || !IsOutsider(grant, account) ? []
        : grant.Path.IsRoot ? [About(grant, ReviewCode.MailboxSharedOutside, ReviewTexts.MailboxShared, status: null)]
        : [About(grant, ReviewCode.FolderSharedOutside, ReviewTexts.FolderShared, status: null, FolderViews.Name(view))];

    /// <summary>A finding about a grant.</summary>
    public static ReviewFinding About(CalendarGrant grant, ReviewCode code, ReviewText text, string? status, LocalizedText? kind = null) =>
        new()
        {
            Code = code,
            Sentence = text.Sentence.Fill(
                GranteeWords.Of(grant.Grantee),
                grant.Path.Value,
                grant.Owner,
                grant.Permissions.Letters,
                $"{grant.EffectiveExpiry:u}",
                grant.IcsAddress.ToString(),
                grant.GuestIdentifier?.Value,
                status,
                kind
            ),
            Remedy = text.Remedy,
            Owner = grant.Owner,
            Grant = grant,
        };

    // What a folder inherits is published with the folder above.
    private static bool BlocksPublication(CalendarGrant grant, string? view) =>
        grant.InheritedFrom is null
        && PublicationLimit.IsExceededBy(
            new FolderGrant
            {
                Type = grant.Grantee.Type,
                Rights = grant.Permissions.Letters,
                GranteeName = grant.Grantee.Name ?? grant.Grantee.Id,
            },
            FolderId.Of(grant.FolderId).Number,
            grant.Path,
            view,
            grant.EffectiveExpiry
        );

    private static bool IsOutsider(CalendarGrant grant, GranteeAccount? account) =>
        grant.Grantee.Type is GranteeType.Public or GranteeType.Guest or GranteeType.AllAuthenticated or GranteeType.Key
        || account?.IsGuest == true
        || IsCos(grant, DefaultCos)
        || IsCos(grant, GuestsCos);

    private static bool IsCos(CalendarGrant grant, string name) =>
        grant.Grantee.Type == GranteeType.Cos && string.Equals(grant.Grantee.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool MayChange(Permissions permissions) =>
        permissions.Includes(Permissions.Write) || permissions.Includes(Permissions.Insert) || permissions.Includes(Permissions.Delete);
}
