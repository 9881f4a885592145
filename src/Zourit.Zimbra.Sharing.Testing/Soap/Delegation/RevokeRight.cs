using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>
/// urn:zimbraAdmin RevokeRightRequest: of what was granted on that very entry, a denial as a denial. What a deleted grantee had is revoked
/// by its id.
/// </summary>
internal static class RevokeRight
{
    public static XElement Run(SoapCall call, XElement request)
    {
        AdminTarget target = RequestedRight.Target(call, request.RequiredChild("target"));
        XElement selector = request.RequiredChild("grantee");
        RightGrantee grantee = RequestedRight.GranteeOrId(call, selector);
        AdminRight right = RequestedRight.Right(request.RequiredChild("right").Value);
        char? modifier = RequestedRight.Modifier(request);
        if (grantee.Name.Length > 0)
        {
            GrantRight.RequireGrantable(call, right, modifier, target, "revoke");
        }

        return new AdminGrant(grantee.Id, grantee.Type, right.Name, modifier).RemoveFrom(target)
            ? Xml.Response(request)
            : throw new SoapFault(
                "account.NO_SUCH_GRANT",
                $"no such grant: [grantee name={grantee.Name}, grantee id={grantee.Id}, grantee type={grantee.Type}, right={right.Name}]"
            );
    }
}
