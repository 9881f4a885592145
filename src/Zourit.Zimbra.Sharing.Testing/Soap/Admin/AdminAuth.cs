using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Account;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin AuthRequest (docs/protocol.md §2.2): the administrator flag is checked before the password.</summary>
internal static class AdminAuth
{
    public static XElement Run(SoapCall call, XElement request)
    {
        if (request.Child("authToken") is { } existing)
        {
            AuthToken known = call.Directory.Tokens.Find(existing.Value) is { IsAdmin: true } token
                ? token
                : throw SoapFault.AuthRequired();
            return Respond(call, request, known);
        }

        string? password = request.Attr("password");
        string? name = request.Attr("name");
        XElement? selector = request.Child("account");
        if (password is null)
        {
            throw SoapFault.AuthRequired();
        }

        if (name is null == selector is null)
        {
            throw SoapFault.Invalid("must specify either name or account");
        }

        string sent = name ?? selector!.Value;
        Model.Account? account = selector?.Attr("by") == "id" ? call.Directory.FindAccountById(sent) : call.Directory.FindAccount(sent);
        if (
            account is not ({ IsAdmin: true } or { IsDelegatedAdmin: true })
            || call.Directory.StatusOf(account) is not ("active" or "lockout")
        )
        {
            throw SoapFault.Denied("not an admin account");
        }

        if (!Passwords.Check(call.Directory, account, password))
        {
            throw SoapFault.AuthFailed(sent);
        }

        Auth.NoteLogin(call.Directory, account);
        TimeSpan lifetime = TimeSpan.FromMilliseconds(
            Duration.Milliseconds(call.Directory.Attribute(account, "zimbraAdminAuthTokenLifetime"))
        );
        return Respond(call, request, call.Directory.Tokens.Issue(account, lifetime, isAdmin: true));
    }

    private static XElement Respond(SoapCall call, XElement request, AuthToken token)
    {
        call.SetCookie("ZM_ADMIN_AUTH_TOKEN", token.Value);
        return Xml.Response(
            request,
            new XElement("lifetime", (long)(token.Expires - call.Directory.Now).TotalMilliseconds),
            new XElement("authToken", token.Value)
        );
    }
}
