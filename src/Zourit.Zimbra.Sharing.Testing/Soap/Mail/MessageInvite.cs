using System.Text;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>The invitation, answer or cancellation that a message carries beside its text.</summary>
/// <param name="Item">The appointment as the message has it.</param>
/// <param name="Method">The iCalendar METHOD.</param>
internal sealed record MessageInvite(CalendarItem Item, string Method)
{
    /// <summary>What a message carries; null for other mails.</summary>
    public static MessageInvite? Of(SoapCall call, Model.Account owner, SentMessage message)
    {
        using var raw = new MemoryStream(Encoding.UTF8.GetBytes(message.Mail.Raw));
        using var mime = MimeMessage.Load(raw);
        if (mime.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar")) is not { } calendar)
        {
            return null;
        }

        try
        {
            return IcsImport.Read(calendar.Text, call.Directory.Now, call.Directory.ZoneOf(owner)) is [var item, ..]
                ? new MessageInvite(item with { InviteId = message.Id }, calendar.ContentType.Parameters["method"] ?? "PUBLISH")
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether the calendar has had a later invitation than this one.</summary>
    public bool IsOlderThan(CalendarItem known) =>
        Item.Sequence < known.Sequence
        || (Item.Sequence == known.Sequence && Item.Modified.ToUnixTimeSeconds() < known.Modified.ToUnixTimeSeconds());
}
