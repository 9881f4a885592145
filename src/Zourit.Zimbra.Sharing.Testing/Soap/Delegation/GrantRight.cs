using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>
/// urn:zimbraAdmin GrantRightRequest: one right for one administrator, on one entry. Again is no fault (recording 15-175).
/// </summary>
internal static class GrantRight
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement element = request.RequiredChild("right");
        AdminRight right = RequestedRight.Right(element.Value);
        RightGrantee grantee = RequestedRight.Grantee(call, request.RequiredChild("grantee"));
        bool handsOn = element.Flag("canDelegate") == true;
        if ((!right.IsUserRight || handsOn) && !grantee.IsAdministrator)
        {
            throw SoapFault.Invalid(
                "grantee for admin right or for user right with the canDelegate modifier must be a delegated admin account or admin group, "
                    + "it cannot be a global admin account or a regular user account."
            );
        }

        AdminTarget target = RequestedRight.Target(call, request.RequiredChild("target"));
        if (!right.GrantableOn.Contains(target.Type))
        {
            throw SoapFault.Invalid(
                $"right {right.Name} cannot be granted on a {target.Type} entry. It can only be granted on target types: "
                    + string.Join(" or ", right.GrantableOn)
            );
        }

        RequireMayHandOn(call, right, target, "grant");
        new AdminGrant(grantee.Id, grantee.Type, right.Name, element.Flag("deny") == true, handsOn).PutOn(target);
        return Xml.Response(request);
    }

    /// <exception cref="SoapFault">
    /// service.PERM_DENIED: a delegated administrator hands on only what it got with <c>canDelegate</c>.
    /// </exception>
    public static void RequireMayHandOn(SoapCall call, AdminRight right, AdminTarget target, string verb)
    {
        if (!call.Authority.IsGlobal && !call.Authority.MayHandOn(right, target))
        {
            throw SoapFault.Denied($"insufficient right to {verb} '{right.Name}' right");
        }
    }
}
