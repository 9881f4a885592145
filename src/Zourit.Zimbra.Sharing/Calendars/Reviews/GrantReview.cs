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
                Sentence = text.Sentence.Fill(
                    GranteeWords.Of(grant.Grantee.Type, grant.Grantee.Name ?? grant.Grantee.Id),
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

    private static bool IsOutsider(CalendarGrant grant, GranteeAccount? account) =>
        grant.Grantee.Type is GranteeType.Public or GranteeType.Guest or GranteeType.AllAuthenticated or GranteeType.Key
        || account?.IsGuest == true;

    private static bool MayChange(Permissions permissions) =>
        permissions.Includes(Permissions.Write) || permissions.Includes(Permissions.Insert) || permissions.Includes(Permissions.Delete);
}
