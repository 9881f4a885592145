using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount ChangePasswordRequest (protocol.md §2.6).</summary>
internal static class ChangePassword
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = call.Directory.FindAccount(request.RequiredChild("account").Value) ?? throw SoapFault.AuthFailed("");
        string old = request.Attr("oldPassword") ?? "";
        bool first = old.Length == 0 && account.IsVirtual && account.Attributes["zimbraVirtualAccountInitialPasswordSet"] != "TRUE" && call.Caller == account;
        if (!first && !Passwords.Check(call.Directory, account, old))
        {
            throw SoapFault.AuthFailed("");
        }

        string password = request.Required("password");
        if (Passwords.Violation(name => call.Directory.Attribute(account, name), password) is { } broken)
        {
            throw new SoapFault("account.INVALID_PASSWORD", $"invalid password: {broken.Text}", (broken.Attribute, "NUM", broken.Limit));
        }

        account.Password = password;
        account.TokenValidity++;
        if (first)
        {
            account.Attributes["zimbraVirtualAccountInitialPasswordSet"] = "TRUE";
        }

        AuthToken token = call.Directory.Tokens.Issue(account, TimeSpan.FromDays(2));
        return Xml.Response(request, new XElement("authToken", token.Value), new XElement("lifetime", 172_800_000));
    }
}
