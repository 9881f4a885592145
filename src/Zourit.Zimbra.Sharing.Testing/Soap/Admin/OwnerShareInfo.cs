using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetShareInfoRequest: what an owner shares (docs/protocol.md §9.4).</summary>
internal static class OwnerShareInfo
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.Child("owner") ?? throw SoapFault.Failure("java.lang.NullPointerException");
        Model.Account owner = RequestedAccount.Required(call, selector);
        var filter = GranteeFilter.Of(request);
        return Xml.Response(
            request,
            ShareElement.List(ShareElement.Discover(call.Directory, owner, _ => true).Where(filter.Admits)).Select(share => share.Write())
        );
    }
}
