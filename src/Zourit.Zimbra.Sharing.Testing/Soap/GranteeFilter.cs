using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>The <c>grantee</c> of both GetShareInfo requests: each attribute given must agree (docs/protocol.md §9.4).</summary>
internal sealed record GranteeFilter(string? Type, string? Id, string? Name)
{
    private static readonly string[] Types = ["usr", "grp", "cos", "dom", "all", "pub", "guest", "key"];

    public static GranteeFilter Of(XElement request)
    {
        XElement? grantee = request.Child("grantee");
        string? type = grantee?.Attr("type");
        return type is null || Types.Contains(type)
            ? new GranteeFilter(type, grantee?.Attr("id"), grantee?.Attr("name"))
            : throw SoapFault.Invalid($"unknown grantee type: {type}");
    }

    public bool Admits(ShareElement share) =>
        (Type ?? share.Item.GranteeType) == share.Item.GranteeType
        && (Id ?? share.Item.GranteeId) == share.Item.GranteeId
        && (Name ?? share.GranteeName) == share.GranteeName;
}
