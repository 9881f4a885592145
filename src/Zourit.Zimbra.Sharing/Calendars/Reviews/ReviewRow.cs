using System.Globalization;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>A finding as a row of a report.</summary>
internal static class ReviewRow
{
    public static IReadOnlyList<string> Columns =>
        [
            "code",
            "owner",
            "calendar",
            "folderId",
            "granteeType",
            "grantee",
            "permissions",
            "ends",
            "inheritedFrom",
            "address",
            "sentence",
            "remedy",
            "sentenceFr",
            "remedyFr",
        ];

    /// <summary>The values in the order of <see cref="Columns"/>.</summary>
    public static string?[] Of(ReviewFinding finding) =>
        [
            finding.Code.ToString(),
            finding.Owner,
            finding.Grant?.Path.Value,
            finding.Grant?.FolderId,
            finding.Grant is { } grant ? GranteeTypeWord.TextOf(grant.Grantee.Type) : null,
            finding.Grant?.Grantee.Name ?? finding.Grant?.Grantee.Id,
            finding.Grant?.Permissions.Letters,
            finding.Grant?.EffectiveExpiry?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            finding.Grant?.InheritedFrom?.Value,
            finding.Grant?.IcsAddress.ToString(),
            finding.Sentence.InLanguage(Language.English),
            finding.Remedy.InLanguage(Language.English),
            finding.Sentence.InLanguage(Language.French),
            finding.Remedy.InLanguage(Language.French),
        ];
}
