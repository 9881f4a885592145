using System.Text;
using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>A share mail in MIME form: text, HTML, and for internal recipients the part that Zimbra itself reads.</summary>
internal static class ShareMime
{
    public static string Write(ShareMail share, OutgoingMail mail, DateTimeOffset now)
    {
        var alternative = new Multipart("alternative") { MimeForm.Part("plain", mail.Text), MimeForm.Part("html", mail.Html) };
        if (share.Grantee is { } grantee)
        {
            alternative.Add(
                new MimePart("xml", "x-zimbra-share")
                {
                    ContentType = { Charset = "utf-8" },
                    ContentTransferEncoding = ContentEncoding.Base64,
                    Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(SharePart(share, grantee)))),
                }
            );
        }

        return MimeForm.Write(mail, [("To", share.ToHeader ?? mail.To)], share.Sender, alternative, now);
    }

    private static string SharePart(ShareMail share, InternalGrantee grantee)
    {
        XNamespace ns = "urn:zimbraShare";
        var link = new XElement(
            ns + "link",
            new XAttribute("id", share.Folder.Id),
            new XAttribute("name", share.Folder.Name),
            new XAttribute("view", share.Folder.View)
        );
        var root = new XElement(
            ns + (share.IsOver ? "revoke" : "share"),
            new XAttribute("version", "0.2"),
            new XElement(
                ns + "grantee",
                new XAttribute("id", grantee.Id),
                new XAttribute("email", share.To),
                new XAttribute("name", grantee.Name)
            ),
            new XElement(
                ns + "grantor",
                new XAttribute("id", share.Owner.Id),
                new XAttribute("email", share.Owner.Name),
                new XAttribute("name", share.Owner.FriendlyName)
            ),
            link
        );
        if (share.IsOver)
        {
            root.SetAttributeValue("expire", share.Action == "expire" ? "1" : null);
        }
        else
        {
            root.SetAttributeValue("action", share.Action ?? "new");
            link.SetAttributeValue("perm", share.Rights);
        }

        return root.ToString();
    }
}
