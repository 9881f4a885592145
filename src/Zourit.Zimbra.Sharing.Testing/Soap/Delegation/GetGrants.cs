using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>
/// urn:zimbraAdmin GetGrantsRequest: the grants on an entry, to an administrator, or both. <c>all="1"</c> adds those of the administrator's
/// groups.
/// </summary>
internal static class GetGrants
{
    public static XElement Run(SoapCall call, XElement request)
    {
        AdminTarget? target = request.Child("target") is { } selector ? RequestedRight.Target(call, selector) : null;
        XElement? grantee = request.Child("grantee");
        if (target is null && grantee is null)
        {
            throw SoapFault.Invalid("at least one of target or grantee must be specified");
        }

        HashSet<string>? ids = grantee is null ? null : Ids(call, grantee);
        List<(AdminTarget Target, AdminGrant Grant)> found =
        [
            .. from place in target is null ? AdminTarget.All(call.Directory) : [target]
            from grant in AdminGrant.On(place)
            where ids is null || ids.Contains(grant.GranteeId)
            select (place, grant),
        ];
        foreach ((AdminTarget place, _) in found)
        {
            call.Authority.RequireAttributes(place, ["zimbraACE"], AdminRightKind.Get);
        }

        return Xml.Response(request, found.Select(each => Element(call, each.Target, each.Grant)));
    }

    private static HashSet<string> Ids(SoapCall call, XElement selector)
    {
        RightGrantee grantee = RequestedRight.Grantee(call, selector);
        HashSet<string> ids = [grantee.Id];
        if (selector.Flag("all") ?? true)
        {
            ids.UnionWith(
                call.Directory.Groups.Where(group =>
                        call.Directory.FindAccountById(grantee.Id) is { } account && ZimbraDirectory.IsMember(group, account)
                    )
                    .Select(group => group.Id)
            );
        }

        return ids;
    }

    private static XElement Element(SoapCall call, AdminTarget target, AdminGrant grant) =>
        new(
            "grant",
            new XElement(
                "target",
                new XAttribute("name", target.Name),
                new XAttribute("id", target.Id),
                new XAttribute("type", target.Type)
            ),
            new XElement(
                "grantee",
                new XAttribute("name", call.Directory.NameOf(grant.GranteeType, grant.GranteeId) ?? ""),
                new XAttribute("id", grant.GranteeId),
                new XAttribute("type", grant.GranteeType)
            ),
            new XElement(
                "right",
                new XAttribute("deny", grant.IsDeny ? "1" : "0"),
                new XAttribute("subDomain", grant.IsForSubdomains ? "1" : "0"),
                new XAttribute("canDelegate", grant.MayHandOn ? "1" : "0"),
                new XAttribute("disinheritSubGroups", "0"),
                grant.Right
            )
        );
}
