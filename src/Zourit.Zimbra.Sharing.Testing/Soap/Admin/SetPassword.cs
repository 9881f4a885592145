using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin SetPasswordRequest: the policy binds no global administrator; what it forbids is named (docs/protocol.md §7.4).
/// </summary>
internal static class SetPassword
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request);
        string password = request.Required("newPassword");
        Passwords.Set(call.Directory, account, password);
        return Xml.Response(
            request,
            Passwords.Violation(name => call.Directory.Attribute(account, name), password) is { } broken
                ? new XElement(
                    "message",
                    $"Password violation: account={account.Name}, violation=invalid password: {broken.Text}.  Password is set successfully."
                )
                : null
        );
    }
}
