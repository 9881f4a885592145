using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail GetMsgRequest.</summary>
internal static class GetMsg
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        (Model.Account owner, int id) = FolderLookup.Parse(call, m.Required("id"));
        if (AppointmentLookup.Subpart(m.Required("id")) is not null)
        {
            return m.Flag("raw") == true
                ? throw SoapFault.Invalid("Cannot request RAW formatted subpart message")
                : Xml.Response(request, InviteMessage.ById(call, m.Required("id")));
        }

        Mailbox mailbox = call.Directory.MailboxOf(owner);
        SentMessage message = mailbox.Messages.FirstOrDefault(candidate => candidate.Id == id)
            ?? throw new SoapFault("mail.NO_SUCH_MSG", $"no such message: {id}", ("itemId", "IID", FolderLookup.Shown(call, owner, id)));
        FolderLookup.RequireRead(call, owner, mailbox.FindById(message.FolderId)!);
        return Xml.Response(
            request,
            MessageElement.Whole(call, owner, message, m.Flag("html") == true, m.All("header").Select(header => header.Required("n")))
        );
    }
}
