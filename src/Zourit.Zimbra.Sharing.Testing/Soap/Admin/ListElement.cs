using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// Shows a distribution list as searches of the directory do (recording 09-51); its members are <c>zimbraMailForwardingAddress</c> there.
/// </summary>
internal static class ListElement
{
    public static Func<string, IEnumerable<string>> Values(DistributionList list) =>
        name =>
            name.ToLowerInvariant() switch
            {
                "zimbramailforwardingaddress" => list.Members,
                "mail" or "zimbramailalias" => [list.Name],
                "uid" => [list.Name[..list.Name.IndexOf('@', StringComparison.Ordinal)]],
                "zimbraid" => [list.Id],
                "objectclass" => ["zimbraDistributionList", "zimbraMailRecipient", "top"],
                _ => list.Attributes.Values(name),
            };

    public static XElement Of(SoapCall call, DistributionList list, string? attributes)
    {
        var target = AdminTarget.Of(list);
        string[]? wanted = attributes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Func<string, IEnumerable<string>> values = Values(list);
        string[] names =
        [
            "uid",
            "mail",
            "zimbraMailAlias",
            "zimbraId",
            "objectClass",
            "zimbraMailForwardingAddress",
            .. list.Attributes.Names,
        ];
        return new XElement(
            "dl",
            new XAttribute("name", list.Name),
            new XAttribute("id", list.Id),
            new XAttribute("dynamic", "0"),
            from name in names
            where wanted is null || wanted.Contains(name, StringComparer.OrdinalIgnoreCase)
            select ShownAttributes.Element(name, values(name), shown => call.Authority.Shows(target, shown))
        );
    }
}
