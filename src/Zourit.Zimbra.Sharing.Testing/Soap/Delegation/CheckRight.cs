using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>
/// urn:zimbraAdmin CheckRightRequest: whether an administrator has a right on an entry, and by which grant. A right about one attribute
/// that is missing is a fault, not <c>allow="0"</c>, as the recorded sequences have it.
/// </summary>
internal static class CheckRight
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account grantee = RequestedRight.Asked(call, request);
        AdminRight right = RequestedRight.Right(request.RequiredChild("right").Value);
        AdminTarget target = RequestedRight.Target(call, request.RequiredChild("target"));
        var authority = new Authority(call.Directory, grantee.IsAdmin ? null : AdminRights.Live(call.Directory, grantee));
        if (right.Attribute is { } attribute)
        {
            authority.RequireAttributes(target, [attribute], right.Kind);
            return Answer(request, allowed: true, via: null);
        }

        if (right.Kind is AdminRightKind.Get or AdminRightKind.Set)
        {
            return Answer(request, authority.OpensAll(target, right.Kind), via: null);
        }

        if (grantee.IsAdmin)
        {
            return Answer(request, allowed: true, via: null);
        }

        return AdminRights.Live(call.Directory, grantee).Allowing(right.Name, target) is { } allowing
            ? Answer(request, allowed: true, Via(call, allowing.Target, allowing.Grant))
            : Answer(request, allowed: false, via: null);
    }

    private static XElement Answer(XElement request, bool allowed, XElement? via) =>
        Xml.Response(request, new XAttribute("allow", allowed ? "1" : "0"), via);

    private static XElement Via(SoapCall call, AdminTarget target, AdminGrant grant) =>
        new(
            "via",
            new XElement("target", new XAttribute("type", target.Type), target.Name),
            new XElement(
                "grantee",
                new XAttribute("type", grant.GranteeType),
                call.Directory.NameOf(grant.GranteeType, grant.GranteeId) ?? grant.GranteeId
            ),
            new XElement("right", new XAttribute("deny", "0"), grant.Right)
        );
}
