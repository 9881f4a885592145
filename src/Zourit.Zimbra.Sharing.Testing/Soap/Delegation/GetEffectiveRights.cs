using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>urn:zimbraAdmin GetEffectiveRightsRequest: what an administrator may do with one entry.</summary>
internal static class GetEffectiveRights
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account grantee = RequestedRight.Asked(call, request);
        AdminTarget target = RequestedRight.Target(call, request.RequiredChild("target"));
        return Xml.Response(
            request,
            new XElement("grantee", new XAttribute("name", grantee.Name), new XAttribute("id", grantee.Id)),
            new XElement(
                "target",
                new XAttribute("name", target.Name),
                new XAttribute("id", target.Id),
                new XAttribute("type", target.Type),
                grantee.IsAdmin
                    ? EffectiveRights.OfGlobalAdministrator()
                    : EffectiveRights.Of(call.Directory, AdminRights.Live(call.Directory, grantee), target)
            )
        );
    }
}
