using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>One value of <c>zimbraSharedItem</c>, read back.</summary>
internal sealed record SharedItem
{
    public required Account Owner { get; init; }

    public required string GranteeId { get; init; }

    public required string? GranteeName { get; init; }

    public required string GranteeType { get; init; }

    public required int FolderId { get; init; }

    public required string FolderUuid { get; init; }

    public required string FolderPath { get; init; }

    public required string View { get; init; }

    public required string Rights { get; init; }

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
            ? new SharedItem
            {
                Owner = owner,
                GranteeId = granteeId,
                GranteeName = fields.GetValueOrDefault("granteeName") is { } name and not "null" ? name : null,
                GranteeType = granteeType,
                FolderId = folderId,
                FolderUuid = fields.GetValueOrDefault("folderUuid", ""),
                FolderPath = fields.GetValueOrDefault("folderPath", "").Replace("*ASCII59*", ";", StringComparison.Ordinal),
                View = fields.GetValueOrDefault("folderDefaultView", "unknown"),
                Rights = fields.GetValueOrDefault("rights", ""),
            }
            : null;
    }
}
