using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What somebody should look at in one grant.</summary>
internal static class GrantReview
{
    public static IEnumerable<ReviewFinding> Of(CalendarGrant grant, GranteeAccount? account, DateTimeOffset now, TimeSpan soon)
    {
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

        if (IsOutsider(grant, account) && MayChange(grant.Permissions))
        {
            yield return Found(ReviewCode.OutsiderCanWrite, ReviewTexts.Writer);
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

        ReviewFinding Found(ReviewCode code, ReviewText text) =>
            new()
            {
                Code = code,
                Sentence = text.Fill(
                    WhomOf(grant.Grantee),
                    grant.Path.Value,
                    grant.Owner,
                    grant.Permissions.Letters,
                    $"{grant.EffectiveExpiry:u}",
                    grant.IcsAddress.ToString(),
                    grant.GuestIdentifier?.Value,
                    account?.Status
                ),
                Remedy = text.Remedy,
                Owner = grant.Owner,
                Grant = grant,
            };
    }

    private static BilingualText WhomOf(Grantee grantee) =>
        grantee switch
        {
            { Type: GranteeType.Public } => new("the public", "le public"),
            { Type: GranteeType.AllAuthenticated } => new("all who are signed in", "tous les comptes connectés"),
            // An access key's name says who was given the key; the key itself is a secret and not part of a listed grant.
            { Type: GranteeType.Key, Name: { } name } => new(
                $"who holds the access key '{name}'",
                $"qui détient la clé d'accès « {name} »"
            ),
            _ => (grantee.Name ?? grantee.Id) is { } name ? new(name, name) : new("somebody", "quelqu'un"),
        };

    private static bool IsOutsider(CalendarGrant grant, GranteeAccount? account) =>
        grant.Grantee.Type is GranteeType.Public or GranteeType.Guest or GranteeType.AllAuthenticated or GranteeType.Key
        || account?.IsGuest == true;

    private static bool MayChange(Permissions permissions) =>
        permissions.Includes(Permissions.Write) || permissions.Includes(Permissions.Insert) || permissions.Includes(Permissions.Delete);
}
