using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>
/// urn:zimbraAccount ChangePasswordRequest (docs/protocol.md §2.6): needs no token, but the old password; every earlier token dies.
/// </summary>
internal static class ChangePassword
{
    public static XElement Run(SoapCall call, XElement request)
    {
        ZimbraDirectory directory = call.Directory;
        Model.Account account = directory.FindAccount(
            Auth.Complete(call, request.RequiredChild("account").Value, request.Attr("virtualHost"))
        ) ?? throw SoapFault.AuthFailed("");
        string old = request.Attr("oldPassword") ?? "";
        bool first =
            old.Length == 0
            && account.IsVirtual
            && account.Attributes["zimbraVirtualAccountInitialPasswordSet"] != "TRUE"
            && call.Caller == account;
        if (!first && !Passwords.Check(directory, account, old))
        {
            throw SoapFault.AuthFailed("");
        }

        string password = request.Required("password");
        CheckPolicy(directory, account, password);
        if (request.Flag("dryRun") == true)
        {
            return Xml.Response(request);
        }

        Passwords.Set(directory, account, password);
        account.Attributes["zimbraPasswordMustChange"] =
            directory.Attribute(account, "zimbraPasswordMustChange") == "TRUE" ? "FALSE" : account.Attributes["zimbraPasswordMustChange"];
        if (first)
        {
            account.Attributes["zimbraVirtualAccountInitialPasswordSet"] = "TRUE";
        }

        AuthToken token = directory.Tokens.Issue(
            account,
            TimeSpan.FromMilliseconds(Duration.Milliseconds(directory.Attribute(account, "zimbraAuthTokenLifetime")))
        );
        return Xml.Response(
            request,
            new XElement("authToken", token.Value),
            new XElement("lifetime", (long)(token.Expires - directory.Now).TotalMilliseconds)
        );
    }

    private static void CheckPolicy(ZimbraDirectory directory, Model.Account account, string password)
    {
        if (directory.Attribute(account, "zimbraPasswordLocked") == "TRUE")
        {
            throw new SoapFault("account.PASSWORD_LOCKED", "password is locked and can't be changed");
        }

        if (Passwords.Violation(name => directory.Attribute(account, name), password) is { } broken)
        {
            throw new SoapFault("account.INVALID_PASSWORD", $"invalid password: {broken.Text}", (broken.Attribute, "NUM", broken.Limit));
        }

        if (Passwords.IsTooYoung(directory, account))
        {
            throw new SoapFault("account.PASSWORD_CHANGE_TOO_SOON", "password can't be changed yet");
        }

        if (Passwords.WasUsed(directory, account, password))
        {
            throw new SoapFault("account.PASSWORD_RECENTLY_USED", "password was recently used");
        }
    }
}
