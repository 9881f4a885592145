using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>
/// Puts a mail into MIME form as JavaMail does: headers in its order, 7bit where it can be, quoted-printable where it cannot (recordings
/// 05-04, 05-06).
/// </summary>
internal static class MimeForm
{
    /// <summary>The longest line that may go unencoded.</summary>
    private const int LongestLine = 998;

    /// <param name="mail">Sender, subject and their names.</param>
    /// <param name="recipients">The headers that name them: To, Cc.</param>
    /// <param name="sender">Who sends on behalf of the mail's From; null when nobody does.</param>
    /// <param name="body">The parts.</param>
    /// <param name="now">The mail's date.</param>
    public static string Write(
        OutgoingMail mail,
        IEnumerable<(string Header, string Value)> recipients,
        Account? sender,
        MimeEntity body,
        DateTimeOffset now
    )
    {
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.Headers.Add("Date", now.UtcDateTime.ToString("ddd, d MMM yyyy HH:mm:ss '+0000 (UTC)'", CultureInfo.InvariantCulture));
        message.From.Add(new MailboxAddress(mail.SenderName, mail.From));
        if (sender is not null)
        {
            message.Sender = new MailboxAddress(sender.FriendlyName == sender.Name ? null : sender.FriendlyName, sender.Name);
        }

        foreach ((string header, string value) in recipients)
        {
            message.Headers.Add(header, value);
        }

        string domain = AddressDomain.Of(mail.From);
        message.Headers.Add(
            "Message-ID",
            string.Create(
                CultureInfo.InvariantCulture,
                $"<{RandomNumberGenerator.GetInt32(int.MaxValue)}.{RandomNumberGenerator.GetInt32(1000)}"
                    + $".{now.ToUnixTimeMilliseconds()}.JavaMail.root@{domain}>"
            )
        );
        message.Subject = mail.Subject;
        message.MimeVersion = new Version(1, 0);
        message.Headers.Add("X-Originating-IP", "[127.0.0.1]");
        message.Headers.Add("X-Mailer", $"Zimbra {ServerVersion.Number}");
        message.Headers.Add("Thread-Index", Convert.ToBase64String(RandomNumberGenerator.GetBytes(22)));
        message.Headers.Add("Thread-Topic", mail.ThreadTopic);
        message.Body = body;
        using var stream = new MemoryStream();
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(options, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static TextPart Part(string subtype, string text) =>
        new(subtype)
        {
            Text = text,
            ContentTransferEncoding =
                text.All(char.IsAscii) && text.Split('\n').All(line => line.Length <= LongestLine)
                    ? ContentEncoding.SevenBit
                    : ContentEncoding.QuotedPrintable,
        };
}
