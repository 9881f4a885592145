using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>
/// Refuses a token that came by cookie and was issued with CSRF support, unless its CSRF token comes along (docs/protocol.md §1.6).
/// </summary>
internal static class CsrfCheck
{
    /// <exception cref="SoapFault">The CSRF token is missing or wrong.</exception>
    public static void Run(SoapCall call, XElement envelope, XElement request)
    {
        string? cookie = call.Http.Cookie(call.Http.IsAdminPort ? "ZM_ADMIN_AUTH_TOKEN" : "ZM_AUTH_TOKEN");
        if (
            call.Directory.Tokens.Find(cookie) is not { IsCsrfSecured: true } token
            || (Operations.TryFind(request.Name, call.Http.IsAdminPort, out SoapOperation? operation) && !operation.NeedsToken)
        )
        {
            return;
        }

        string? given = call.Http.Header("X-Zimbra-Csrf-Token") ?? envelope.Child("Header")?.Child("context")?.Attr("csrfToken");
        if (given != TokenStore.CsrfOf(token))
        {
            throw SoapFault.AuthRequired();
        }
    }
}
