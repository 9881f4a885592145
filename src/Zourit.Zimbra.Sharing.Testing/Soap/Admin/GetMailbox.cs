using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetMailboxRequest: makes the mailbox if none exists.</summary>
internal static class GetMailbox
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request.RequiredChild("mbox"), "getMailboxInfo");
        return Xml.Response(
            request,
            new XElement("mbox", new XAttribute("mbxid", call.Directory.MailboxOf(account).Number), new XAttribute("s", 0))
        );
    }
}
