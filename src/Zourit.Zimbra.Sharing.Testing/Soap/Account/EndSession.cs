using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount EndSessionRequest.</summary>
internal static class EndSession
{
    public static XElement Run(SoapCall call, XElement request)
    {
        if (request.Flag("logoff") == true && call.Token is { } token)
        {
            call.Directory.Tokens.LogOut(token);
        }

        return Xml.Response(request);
    }
}
