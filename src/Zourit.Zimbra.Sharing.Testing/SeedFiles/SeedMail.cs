using System.Text;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Makes a mail of what a seed says about it.</summary>
internal static class SeedMail
{
    public static OutgoingMail Compose(SeededMail seed, string recipient, DateTimeOffset now)
    {
        using var message = seed.Raw is { } raw ? Read(raw) : Write(seed, now);
        using var stream = new MemoryStream();
        var form = FormatOptions.Default.Clone();
        form.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(form, stream);
        return new OutgoingMail
        {
            From = seed.From,
            To = recipient,
            Subject = message.Subject ?? "",
            Text = message.TextBody ?? "",
            Html = message.HtmlBody ?? "",
            Raw = Encoding.UTF8.GetString(stream.ToArray()),
            SenderName = message.From.Mailboxes.FirstOrDefault()?.Name,
        };
    }

    private static MimeMessage Read(string raw)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        return MimeMessage.Load(stream);
    }

    private static MimeMessage Write(SeededMail seed, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Subject = seed.Subject,
            Date = seed.At ?? now,
            Body = new TextPart("plain") { Text = seed.Text },
        };
        message.From.Add(MailboxAddress.Parse(seed.From));
        message.To.AddRange(seed.To.Select(address => MailboxAddress.Parse(address)));
        return message;
    }
}
