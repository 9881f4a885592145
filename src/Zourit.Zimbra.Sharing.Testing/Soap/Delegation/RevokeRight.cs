using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>urn:zimbraAdmin RevokeRightRequest: of what was granted on that very entry.</summary>
internal static class RevokeRight
{
    public static XElement Run(SoapCall call, XElement request)
    {
        AdminRight right = RequestedRight.Right(request.RequiredChild("right").Value);
        RightGrantee grantee = RequestedRight.Grantee(call, request.RequiredChild("grantee"));
        AdminTarget target = RequestedRight.Target(call, request.RequiredChild("target"));
        GrantRight.RequireMayHandOn(call, right, target, "revoke");
        return new AdminGrant(grantee.Id, grantee.Type, right.Name).RemoveFrom(target)
            ? Xml.Response(request)
            : throw new SoapFault(
                "account.NO_SUCH_GRANT",
                $"no such grant: [grantee name={grantee.Name}, grantee id={grantee.Id}, grantee type={grantee.Type}, right={right.Name}]"
            );
    }
}
