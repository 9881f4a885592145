using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>
/// Writes what an administrator may do with an entry: rights, attributes to set, attributes to read (recordings 15-141, 15-142).
/// </summary>
internal static class EffectiveRights
{
    public static IEnumerable<XElement> Of(ZimbraDirectory directory, AdminRights rights, AdminTarget on)
    {
        List<AdminRight> granted =
        [
            .. on.Levels(directory)
                .SelectMany(level => level.SelectMany(rights.On))
                .Select(grant => AdminRight.Find(grant.Right))
                .OfType<AdminRight>()
                .Where(right => right.TargetType == on.Type)
                .DistinctBy(right => right.Name)
                .OrderBy(right => right.Name, StringComparer.Ordinal),
        ];
        return
        [
            .. granted
                .Where(right => right.Kind is AdminRightKind.Do or AdminRightKind.User && rights.Allows(right.Name, on))
                .Select(right => new XElement("right", new XAttribute("n", right.Name))),
            Attributes(directory, rights, on, granted, AdminRightKind.Set),
            Attributes(directory, rights, on, granted, AdminRightKind.Get),
        ];
    }

    /// <summary>A global administrator may read and set everything.</summary>
    public static IEnumerable<XElement> OfGlobalAdministrator() =>
        [new XElement("setAttrs", new XAttribute("all", "1")), new XElement("getAttrs", new XAttribute("all", "1"))];

    private static XElement Attributes(
        ZimbraDirectory directory,
        AdminRights rights,
        AdminTarget on,
        List<AdminRight> granted,
        AdminRightKind access
    )
    {
        string element = access == AdminRightKind.Set ? "setAttrs" : "getAttrs";
        return rights.OpensAll(on, access)
            ? new XElement(element, new XAttribute("all", "1"))
            : new XElement(
                element,
                granted
                    .Select(right => right.Attribute)
                    .OfType<string>()
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Where(name => rights.Opens(name, on, access))
                    .Order(StringComparer.Ordinal)
                    .Select(name => new XElement("a", new XAttribute("n", name), Default(directory, on, name)))
            );
    }

    // Of accounts the answer says what the class of service gives.
    private static XElement? Default(ZimbraDirectory directory, AdminTarget on, string attribute) =>
        !ClassOfService.NotInherited.Contains(attribute)
        && directory.FindAccountById(on.Id) is { } account
        && directory.CosOf(account)?.Attributes.Values(attribute) is { Count: > 0 } values
            ? new XElement("default", values.Select(value => new XElement("v", value)))
            : null;
}
