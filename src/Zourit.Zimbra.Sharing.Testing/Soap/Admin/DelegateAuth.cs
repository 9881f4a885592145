using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin DelegateAuthRequest (docs/protocol.md §2.3): the answer echoes the duration, whatever the token's real life.
/// </summary>
internal static class DelegateAuth
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.Required(call, request.RequiredChild("account"));
        if (!call.Authority.IsGlobal && account.IsAdmin)
        {
            throw SoapFault.Denied("delegated admin is not allowed to access a global admin's account");
        }

        call.Authority.Require("adminLoginAs", AdminTarget.Of(account));
        long seconds = request.Number("duration") ?? 3600;
        long most = Duration.Milliseconds(call.Directory.Attribute(account, "zimbraAuthTokenLifetime"));
        AuthToken token = call.Directory.Tokens.Issue(
            account,
            TimeSpan.FromMilliseconds(Math.Min(seconds * 1000, most)),
            delegatedBy: call.Caller
        );
        return Xml.Response(
            request,
            new XElement("authToken", token.Value),
            new XElement("lifetime", (seconds * 1000).ToString(CultureInfo.InvariantCulture))
        );
    }
}
