using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Writes a message as search results and GetMsg show it (recordings of section 12).</summary>
internal static class MessageElement
{
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

        m.Add(new XElement("su", message.Mail.Subject), new XElement("hp", new XAttribute("part", "1")));
        return m;
    }

    public static XElement Whole(SoapCall call, Model.Account owner, SentMessage message, bool html)
    {
        XElement m = Head(call, owner, message);
        m.Add(
            new XAttribute("sd", Milliseconds(message)),
            new XElement("fr", Fragment(message.Mail.Text)),
            From(message.Mail), To(message.Mail),
            new XElement("su", message.Mail.Subject),
            new XElement("mid", $"<{message.Id}@fake.zimbra>"),
            new XElement(
                "mp", new XAttribute("part", "TEXT"), new XAttribute("ct", "multipart/alternative"),
                Part("1", "text/plain", message.Mail.Text, !html), Part("2", "text/html", message.Mail.Html, html)));
        return m;
    }

    private static XElement Head(SoapCall call, Model.Account owner, SentMessage message) => new(
        "m",
        new XAttribute("id", call.Id(owner, message.Id)), new XAttribute("l", call.Id(owner, message.FolderId)),
        new XAttribute("d", Milliseconds(message)), new XAttribute("s", message.Mail.Raw.Length), new XAttribute("f", message.FolderId == 5 ? "s" : "u"),
        new XAttribute("cid", call.Id(owner, -message.Id)), new XAttribute("rev", message.Id));

    private static XElement Part(string number, string type, string content, bool shown) => new(
        "mp", new XAttribute("part", number), new XAttribute("ct", type), new XAttribute("s", content.Length),
        shown ? new XAttribute("body", "1") : null, shown ? new XElement("content", content) : null);

    private static XElement To(OutgoingMail mail) => new("e", new XAttribute("a", mail.EnvelopeTo), new XAttribute("d", mail.EnvelopeTo.Split('@')[0]), new XAttribute("t", "t"));

    private static XElement From(OutgoingMail mail) => new(
        "e", new XAttribute("a", mail.From), new XAttribute("d", mail.SenderName?.Split(' ')[0] ?? mail.From.Split('@')[0]), new XAttribute("t", "f"),
        mail.SenderName is null ? null : new XAttribute("p", mail.SenderName));

    private static string Milliseconds(SentMessage message) => message.Date.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Fragment(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 130 ? line : line[..130] + "...";
    }
}
