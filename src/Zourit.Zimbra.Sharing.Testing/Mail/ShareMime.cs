using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>Puts a share mail into MIME form as JavaMail does: headers in its order, 7bit where it can be, quoted-printable where it cannot (recordings 05-04, 05-06).</summary>
internal static class ShareMime
{
    /// <summary>The longest line that may go unencoded.</summary>
    private const int LongestLine = 998;

    public static string Write(ShareMail share, OutgoingMail mail, DateTimeOffset now)
    {
        var alternative = new Multipart("alternative") { Part("plain", mail.Text), Part("html", mail.Html) };
        if (share.Grantee is { } grantee)
        {
            alternative.Add(new MimePart("xml", "x-zimbra-share")
            {
                ContentType = { Charset = "utf-8" },
                ContentTransferEncoding = ContentEncoding.Base64,
                Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(SharePart(share, grantee)))),
            });
        }

        using var message = new MimeMessage();
        message.Headers.Clear();
        message.Headers.Add("Date", now.UtcDateTime.ToString("ddd, d MMM yyyy HH:mm:ss '+0000 (UTC)'", CultureInfo.InvariantCulture));
        message.From.Add(new MailboxAddress(mail.SenderName, mail.From));
        if (share.Sender is { } sender)
        {
            message.Sender = new MailboxAddress(sender.FriendlyName == sender.Name ? null : sender.FriendlyName, sender.Name);
        }

        message.Headers.Add("To", mail.To);
        message.Headers.Add("Message-ID", string.Create(
            CultureInfo.InvariantCulture, $"<{RandomNumberGenerator.GetInt32(int.MaxValue)}.{RandomNumberGenerator.GetInt32(1000)}.{now.ToUnixTimeMilliseconds()}.JavaMail.root@{share.Owner.DomainName}>"));
        message.Subject = mail.Subject;
        message.MimeVersion = new Version(1, 0);
        message.Headers.Add("X-Originating-IP", "[127.0.0.1]");
        message.Headers.Add("X-Mailer", $"Zimbra {ServerVersion.Number}");
        message.Headers.Add("Thread-Index", Convert.ToBase64String(RandomNumberGenerator.GetBytes(22)));

        message.Headers.Add("Thread-Topic", mail.ThreadTopic);
        message.Body = alternative;
        using var stream = new MemoryStream();
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(options, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TextPart Part(string subtype, string text) => new(subtype)
    {
        Text = text,
        ContentTransferEncoding = text.All(char.IsAscii) && text.Split('\n').All(line => line.Length <= LongestLine) ? ContentEncoding.SevenBit : ContentEncoding.QuotedPrintable,
    };

    private static string SharePart(ShareMail share, Account grantee)
    {
        XNamespace ns = "urn:zimbraShare";
        var link = new XElement(ns + "link", new XAttribute("id", share.Folder.Id), new XAttribute("name", share.Folder.Name), new XAttribute("view", share.Folder.View));
        var root = new XElement(
            ns + (share.IsOver ? "revoke" : "share"), new XAttribute("version", "0.2"),
            new XElement(ns + "grantee", new XAttribute("id", grantee.Id), new XAttribute("email", share.To), new XAttribute("name", grantee.FriendlyName)),
            new XElement(ns + "grantor", new XAttribute("id", share.Owner.Id), new XAttribute("email", share.Owner.Name), new XAttribute("name", share.Owner.FriendlyName)),
            link);
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
