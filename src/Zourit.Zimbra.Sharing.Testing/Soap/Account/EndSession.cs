using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount EndSessionRequest.</summary>
internal static class EndSession
{
    public static XElement Run(SoapCall call, XElement request)
    {
        if (request.Flag("logoff") == true && call.Token is { } token)
        {
            // What was delegated lives on (recording 16-89).
            if (token.DelegatedBy is null)
            {
                call.Directory.Tokens.LogOut(token);
            }

            foreach (
                string name in new[]
                {
                    call.Http.IsAdminPort ? "ZM_ADMIN_AUTH_TOKEN" : "ZM_AUTH_TOKEN",
                    "JSESSIONID",
                    "AUTH_TOKEN_TYPE",
                    "T",
                    "Y",
                    "ADMIN_AUTH_KEY",
                }
            )
            {
                call.SetCookie(name, "");
            }
        }

        return Xml.Response(request);
    }
}
