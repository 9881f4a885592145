using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin DeleteMailboxRequest: the account stays, its next visit makes an empty mailbox.</summary>
internal static class DeleteMailbox
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request.RequiredChild("mbox"));
        XElement? deleted = account.Mailbox is { } mailbox ? new XElement("mbox", new XAttribute("mbxid", mailbox.Number)) : null;
        account.Mailbox = null;
        call.Server.Published.Changed(account);
        return Xml.Response(request, deleted);
    }
}
