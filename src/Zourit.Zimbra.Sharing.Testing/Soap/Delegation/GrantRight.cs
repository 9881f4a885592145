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
        AdminTarget target = RequestedRight.Target(call, request.RequiredChild("target"));
        AdminRight right = RequestedRight.Right(request.RequiredChild("right").Value);
        RightGrantee grantee = RequestedRight.Grantee(call, request.RequiredChild("grantee"));
        char? modifier = RequestedRight.Modifier(request);
        if ((!right.IsUserRight || modifier == AdminGrant.HandedOn) && !grantee.IsAdministrator)
        {
            throw SoapFault.Invalid(
                "grantee for admin right or for user right with the canDelegate modifier must be a delegated admin account or admin group, "
                    + "it cannot be a global admin account or a regular user account."
            );
        }

        RequireGrantable(call, right, modifier, target, "grant");
        new AdminGrant(grantee.Id, grantee.Type, right.Name, modifier).PutOn(target);
        return Xml.Response(request);
    }

    /// <exception cref="SoapFault">
    /// service.INVALID_REQUEST: the right has no place there, with a modifier or without. service.PERM_DENIED: a delegated administrator
    /// hands on only what it got with <c>canDelegate</c>.
    /// </exception>
    public static void RequireGrantable(SoapCall call, AdminRight right, char? modifier, AdminTarget target, string verb)
    {
        if (!right.GrantableOn.Contains(target.Type))
        {
            throw SoapFault.Invalid(
                $"right {right.Name} cannot be granted on a {target.Type} entry. It can only be granted on target types: "
                    + string.Join(" or ", right.GrantableOn)
            );
        }

        if (modifier == AdminGrant.OfSubdomains && target.Type != "domain")
        {
            throw SoapFault.Invalid("right modifier * can only be granted on domain targets");
        }

        if (modifier == AdminGrant.OfSubdomains && right.TargetType != "domain")
        {
            throw SoapFault.Invalid($"right modifier * is not allowed for the right: {right.Name}");
        }

        if (!call.Authority.IsGlobal && !call.Authority.MayHandOn(right, target))
        {
            throw SoapFault.Denied($"insufficient right to {verb} '{right.Name}' right");
        }
    }
}
