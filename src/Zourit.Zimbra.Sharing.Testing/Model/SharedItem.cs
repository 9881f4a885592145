using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>One value of <c>zimbraSharedItem</c>, read back.</summary>
internal sealed record SharedItem(
    Account Owner,
    string GranteeId,
    string? GranteeName,
    string GranteeType,
    int FolderId,
    string FolderUuid,
    string FolderPath,
    string View,
    string Rights
)
{
    public static IEnumerable<SharedItem> Of(Account owner) =>
        owner.Attributes.Values("zimbraSharedItem").Select(value => Parse(owner, value)).OfType<SharedItem>();

    /// <summary>
    /// Whether the share was published for an account: the grantee counts, not its rights, its expiry or what a guest can do with it.
    /// </summary>
    public bool IsFor(ZimbraDirectory directory, Account account) =>
        GranteeType switch
        {
            "all" => true,
            "dom" => directory.FindDomain(account.DomainName)?.Id == GranteeId,
            _ => AccessControl.Matches(directory, Visitor.Of(account), new AccessGrant(GranteeId, GranteeType, Rights)),
        };

    // An administrator can write anything into the attribute (recording 14-120): what is no share is passed over.
    private static SharedItem? Parse(Account owner, string value)
    {
        Dictionary<string, string> fields = value
            .Split(';')
            .Select(field => field.Split(':', 2))
            .Where(field => field.Length == 2)
            .DistinctBy(field => field[0])
            .ToDictionary(field => field[0], field => field[1]);
        return
            fields.TryGetValue("granteeId", out string? granteeId)
            && fields.TryGetValue("granteeType", out string? granteeType)
            && int.TryParse(fields.GetValueOrDefault("folderId"), CultureInfo.InvariantCulture, out int folderId)
            ? new SharedItem(
                owner,
                granteeId,
                fields.GetValueOrDefault("granteeName") is { } name and not "null" ? name : null,
                granteeType,
                folderId,
                fields.GetValueOrDefault("folderUuid", ""),
                fields.GetValueOrDefault("folderPath", "").Replace("*ASCII59*", ";", StringComparison.Ordinal),
                fields.GetValueOrDefault("folderDefaultView", "unknown"),
                fields.GetValueOrDefault("rights", "")
            )
            : null;
    }
}
