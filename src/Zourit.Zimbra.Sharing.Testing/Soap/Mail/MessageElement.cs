using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Writes a message as search results and GetMsg show it (recordings of section 12).</summary>
internal static class MessageElement
{
    private const int LongestFragment = 150;

    public static XElement Hit(SoapCall call, Model.Account owner, SentMessage message, int recipients)
    {
        XElement m = Head(call, owner, message);
        m.Add(new XAttribute("sf", Milliseconds(message)), new XAttribute("cm", "1"), new XElement("fr", Fragment(message.Mail.Text)));
        if (recipients >= 1)
        {
            m.Add(To(message.Mail));
        }

        if (recipients != 1)
        {
            m.Add(From(message.Mail));
        }

        m.Add(
            new XElement("su", message.Mail.Subject),
            Parts(message.Mail).Select(part => new XElement("hp", new XAttribute("part", part.Number)))
        );
        return m;
    }

    public static XElement Whole(SoapCall call, Model.Account owner, SentMessage message, bool html, IEnumerable<string> headers)
    {
        using MimeMessage mime = Open(message.Mail);
        XElement m = Head(call, owner, message);
        m.Add(
            new XAttribute("sd", Milliseconds(message)),
            new XElement("fr", Fragment(message.Mail.Text)),
            From(message.Mail),
            To(message.Mail),
            new XElement("su", message.Mail.Subject),
            new XElement("mid", mime.Headers["Message-ID"] ?? ""),
            Invite(call, owner, message),
            headers.Where(mime.Headers.Contains).Select(name => new XElement("header", new XAttribute("n", name), mime.Headers[name])),
            Body(message.Mail, mime, html),
            Share(mime)
        );
        return m;
    }

    private static XElement Body(OutgoingMail mail, MimeMessage mime, bool html)
    {
        IEnumerable<XElement> parts = Parts(mail)
            .Select(part => new XElement(
                "mp",
                new XAttribute("part", part.Number),
                new XAttribute("ct", part.Type),
                new XAttribute("s", part.Size),
                part.Type != (html ? "text/html" : "text/plain")
                    ? null
                    : new object[] { new XAttribute("body", "1"), new XElement("content", html ? mail.Html : mail.Text) }
            ));
        return mime.Body is Multipart multipart
            ? new XElement("mp", new XAttribute("part", "TEXT"), new XAttribute("ct", multipart.ContentType.MimeType), parts)
            : parts.First();
    }

    // An invitation comes with its appointment, as the calendar has it where it is there (recording 06-66).
    private static XElement? Invite(SoapCall call, Model.Account owner, SentMessage message)
    {
        if (MessageInvite.Of(call, owner, message) is not { } invite)
        {
            return null;
        }

        AppointmentLookup? known = AppointmentLookup.FindByUid(call, owner, invite.Item.Uid);
        bool isCurrent = invite.Method == "REQUEST" && known is not null && !invite.IsOlderThan(known.Item);
        CalendarItem shown = isCurrent
            ? known!.Item
            : invite.Item with
            {
                Id = known?.Item.Id ?? 0,
                IsInvitation = invite.Method == "REQUEST",
            };
        var element = new AppointmentElement(
            shown with
            {
                Replies = [],
            },
            id => call.Id(owner, id),
            known?.Folder.Id ?? SystemFolder.Calendar
        )
        {
            Owner = owner,
        };
        XElement inv = element.Invitation(shown);
        inv.Element("comp")!.SetAttributeValue("method", invite.Method);
        return inv;
    }

    // What a share mail says for programs is shown beside its parts (recording 05-32).
    private static XElement? Share(MimeMessage mime)
    {
        if (
            mime.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.ContentType.IsMimeType("xml", "x-zimbra-share"))?.Content
            is not { } content
        )
        {
            return null;
        }

        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return new XElement("shr", new XElement("content", Encoding.UTF8.GetString(decoded.ToArray())));
    }

    private static List<(string Number, string Type, int Size)> Parts(OutgoingMail mail)
    {
        using MimeMessage mime = Open(mail);
        return
        [
            .. mime
                .BodyParts.OfType<MimePart>()
                .Select(
                    (part, i) =>
                        (
                            (i + 1).ToString(CultureInfo.InvariantCulture),
                            part.ContentType.MimeType,
                            (int)(part.Content?.Stream?.Length ?? 0)
                        )
                ),
        ];
    }

    private static MimeMessage Open(OutgoingMail mail)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail.Raw));
        return MimeMessage.Load(stream);
    }

    private static XElement Head(SoapCall call, Model.Account owner, SentMessage message) =>
        new(
            "m",
            new XAttribute("id", call.Id(owner, message.Id)),
            new XAttribute("l", call.Id(owner, message.FolderId)),
            new XAttribute("d", Milliseconds(message)),
            new XAttribute("s", message.Mail.Raw.Length),
            new XAttribute(
                "f",
                message.FolderId == SystemFolder.Sent ? "s"
                    : message.IsUnread ? "u"
                    : ""
            ),
            new XAttribute("cid", Conversation(call, owner, message)),
            new XAttribute("rev", message.Revision)
        );

    private static XElement To(OutgoingMail mail) =>
        new("e", new XAttribute("a", mail.EnvelopeTo), new XAttribute("d", mail.EnvelopeTo.Split('@')[0]), new XAttribute("t", "t"));

    private static XElement From(OutgoingMail mail) =>
        new(
            "e",
            new XAttribute("a", mail.From),
            new XAttribute("d", mail.SenderName?.Split(' ')[0] ?? mail.From.Split('@')[0]),
            new XAttribute("t", "f"),
            mail.SenderName is null ? null : new XAttribute("p", mail.SenderName)
        );

    private static string Milliseconds(SentMessage message) => message.Date.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Conversation(SoapCall call, Model.Account owner, SentMessage message) =>
        call.Id(owner, call.Directory.MailboxOf(owner).ConversationOf(message));

    // Cut after the last whole word within the longest fragment.
    private static string Fragment(string text)
    {
        string line = string.Join(
            ' ',
            text.Replace("*~*~*~*~*~*~*~*~*~*", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return line.Length <= LongestFragment ? line : line[..(line.LastIndexOf(' ', LongestFragment - 1) + 1)] + "...";
    }
}
