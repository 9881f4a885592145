using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin SetPasswordRequest: who may set passwords is not bound by the policy, and what it forbids is named (docs/protocol.md
/// §7.4); who may only change them is (recordings 15-113, 15-114).
/// </summary>
internal static class SetPassword
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request, "setAccountPassword", "changeAccountPassword");
        string password = request.Required("newPassword");
        (string Attribute, string Limit, string Text)? violation = Passwords.Violation(
            name => call.Directory.Attribute(account, name),
            password
        );
        if (violation is { } refused && !call.Authority.Allows("setAccountPassword", account))
        {
            throw CreateAccount.BadPassword(refused);
        }

        Passwords.Set(call.Directory, account, password);
        return Xml.Response(
            request,
            violation is { } broken
                ? new XElement(
                    "message",
                    $"Password violation: account={account.Name}, violation=invalid password: {broken.Text}.  Password is set successfully."
                )
                : null
        );
    }
}
