using System.Text;
using System.Xml;
using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail GetShareNotificationsRequest: the share mails in the Inbox, internal ones only; what is revoked or stale goes away
/// (docs/protocol.md §9.5).
/// </summary>
internal static class GetShareNotifications
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Mailbox mailbox = call.Mailbox;
        var seen = new HashSet<(string, string)>();
        var current = new List<XElement>();
        foreach (
            SentMessage message in mailbox
                .Messages.Where(message => message.FolderId == SystemFolder.Inbox)
                .OrderByDescending(message => message.Id)
                .ToList()
        )
        {
            if (Share(message) is not { } share)
            {
                continue;
            }

            XElement grantor = share.RequiredChild("grantor");
            XElement link = share.RequiredChild("link");
            bool isNewest = seen.Add((grantor.Required("id"), link.Required("id")));
            if (!isNewest || share.Name.LocalName == "revoke")
            {
                mailbox.Messages.Remove(message);
                mailbox.Touch();
                continue;
            }

            current.Add(
                new XElement(
                    "share",
                    new XAttribute("status", message.IsUnread ? "new" : "seen"),
                    new XAttribute("id", message.Id),
                    new XAttribute("d", message.Date.ToUnixTimeMilliseconds()),
                    new XElement("grantor", Copied(grantor, "id", "email", "name")),
                    new XElement("link", Copied(link, "id", "name", "view", "perm"))
                )
            );
        }

        return Xml.Response(request, current);
    }

    private static IEnumerable<XAttribute> Copied(XElement from, params string[] names) =>
        names.Select(name => from.Attribute(name)).OfType<XAttribute>().Select(attribute => new XAttribute(attribute));

    private static XElement? Share(SentMessage message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(message.Mail.Raw));
        using MimeMessage mime = MimeMessage.Load(stream);
        if (
            mime.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.ContentType.MimeType == "xml/x-zimbra-share")
            is not { Content: { } content }
        )
        {
            return null;
        }

        using var body = new MemoryStream();
        content.DecodeTo(body);
        body.Position = 0;
        using var reader = XmlReader.Create(body);
        return XElement.Load(reader);
    }
}
