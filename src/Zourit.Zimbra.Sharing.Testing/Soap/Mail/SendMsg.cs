using System.Globalization;
using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail SendMsgRequest, as far as filling inboxes needs it: addresses, subject, text and HTML; there is no upload, so no
/// attachment.
/// </summary>
internal static class SendMsg
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        Model.Account owner = call.Requested;
        if (owner.IsVirtual)
        {
            throw SoapFault.Denied("permission denied for external account");
        }

        if (m.Child("attach")?.Attr("aid") is { } upload)
        {
            throw SoapFault.Invalid($"invalid upload ID: {upload}");
        }

        List<XElement> recipients = [.. m.All("e").Where(e => e.Required("t") is "t" or "c" or "b")];
        if (recipients.Count == 0)
        {
            throw new SoapFault("mail.SEND_FAILURE", "SMTP server reported: No recipient addresses");
        }

        // One message for all: a refused recipient keeps it from everybody.
        if (recipients.Find(e => call.Server.Outbox.Refuses(e.Required("a"))) is { } refused)
        {
            throw SoapFault.RecipientRefused(refused.Required("a"));
        }

        List<OutgoingMail> mails = Compose(call, owner, m, recipients);
        bool keeps = request.Flag("noSave") != true && call.Directory.Attribute(owner, "zimbraPrefSaveToSent") != "FALSE";
        if (keeps)
        {
            call.Server.Transport.RequireRoom(owner, mails[0]);
        }

        mails.ForEach(call.Server.Transport.Send);
        int? id = keeps ? call.Server.Transport.Keep(owner, SystemFolder.Sent, mails[0]) : null;
        return Xml.Response(request, new XElement("m", id is null ? null : new XAttribute("id", call.Id(owner, id.Value))));
    }

    private static List<OutgoingMail> Compose(SoapCall call, Model.Account owner, XElement m, List<XElement> recipients)
    {
        string? from = m.All("e").FirstOrDefault(e => e.Attr("t") == "f")?.Attr("p")
            ?? (owner.FriendlyName == owner.Name ? null : owner.FriendlyName);
        string text = Content(m, "text/plain") ?? "";
        string html = Content(m, "text/html") ?? "";
        MimeEntity body =
            html.Length == 0 ? MimeForm.Part("plain", text)
            : text.Length == 0 ? MimeForm.Part("html", html)
            : new Multipart("alternative") { MimeForm.Part("plain", text), MimeForm.Part("html", html) };
        var headers = recipients
            .Where(e => e.Required("t") != "b")
            .GroupBy(e => e.Required("t"))
            .Select(kind => (kind.Key == "t" ? "To" : "Cc", string.Join(", ", kind.Select(Written))));
        var mail = new OutgoingMail
        {
            From = owner.Name,
            To = recipients[0].Required("a"),
            Subject = m.Attr("su") ?? "",
            Text = text,
            Html = html,
            Raw = "",
            SenderName = from,
        };
        mail = mail with { Raw = MimeForm.Write(mail, headers, call.Caller == owner ? null : call.Caller, body, call.Directory.Now) };
        return [.. recipients.Select(e => mail with { To = e.Required("a") })];
    }

    private static string Written(XElement e) =>
        e.Attr("p") is { } name
            ? string.Create(CultureInfo.InvariantCulture, $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\" <{e.Required("a")}>")
            : e.Required("a");

    private static string? Content(XElement m, string type) =>
        m.Descendants().FirstOrDefault(part => part.Name.LocalName == "mp" && part.Attr("ct") == type)?.Attr("content");
}
