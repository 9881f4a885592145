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
        owner.Attributes.Values("zimbraSharedItem").Select(value => Parse(owner, value));

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

    private static SharedItem Parse(Account owner, string value)
    {
        var fields = value.Split(';').Select(field => field.Split(':', 2)).ToDictionary(field => field[0], field => field[1]);
        return new SharedItem(
            owner,
            fields["granteeId"],
            fields["granteeName"] == "null" ? null : fields["granteeName"],
            fields["granteeType"],
            int.Parse(fields["folderId"], CultureInfo.InvariantCulture),
            fields["folderUuid"],
            fields["folderPath"].Replace("*ASCII59*", ";", StringComparison.Ordinal),
            fields["folderDefaultView"],
            fields["rights"]
        );
    }
}
