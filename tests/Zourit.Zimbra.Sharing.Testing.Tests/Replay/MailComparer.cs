using System.Text;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// Compares a mail of the fake with the recorded one: envelope, every header, the parts with their type, encoding and text.
/// </summary>
internal sealed class MailComparer(RoleMap roles)
{
    /// <summary>Made up anew for each mail: only that they are there counts.</summary>
    private static readonly string[] Random = ["Message-ID", "Thread-Index", "Content-Type"];

    public IReadOnlyList<Difference> Compare(RecordedMail recorded, OutgoingMail? sent, string mailbox)
    {
        if (sent is null)
            return [new Difference("mail", recorded.Name, null)];
        using var expected = MimeMessage.Load(new MemoryStream(recorded.Message));
        using var got = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(sent.Raw)));
        var differences = new List<Difference>();
        Check("envelope from", recorded.EnvelopeFrom, sent.From);
        Check("envelope to", recorded.EnvelopeTo, sent.EnvelopeTo);
        Check("headers", Names(expected), Names(got));
        foreach (var header in expected.Headers.Where(header => !Random.Contains(header.Field)))
            Check($"header {header.Field}", header.Value, got.Headers[header.Field]);
        var (parts, others) = (Parts(expected), Parts(got));
        for (var i = 0; i < Math.Max(parts.Count, others.Count); i++)
        {
            var (part, other) = (parts.ElementAtOrDefault(i), others.ElementAtOrDefault(i));
            Check($"part {i + 1} type", Type(part), Type(other));
            Check($"part {i + 1} encoding", TransferEncoding(part), TransferEncoding(other));
            CheckContent($"part {i + 1}", part, other);
        }
        return differences;

        void Check(string place, string? one, string? two)
        {
            if (one != two && (one is null || two is null || !roles.Matches(one, two, mailbox, isItemId: false)))
                differences.Add(new Difference(place, one, two));
        }

        void CheckContent(string place, MimePart? part, MimePart? other)
        {
            var (one, two) = (Text(part), Text(other));
            if (part?.ContentType.MediaType is not "xml" || one is null || two is null)
            {
                Check(place, one, two);
                return;
            }
            var (leaves, found) = (Leaves.OfXml(one), Leaves.OfXml(two));
            foreach (var name in leaves.Keys.Union(found.Keys))
                Check($"{place} {name}", leaves.GetValueOrDefault(name), found.GetValueOrDefault(name));
        }
    }

    private static string Names(MimeMessage message) =>
        string.Join(", ", message.Headers.Select(header => header.Field).Concat(message.Body!.Headers.Select(header => header.Field)));

    private static List<MimePart> Parts(MimeMessage message) => [.. message.BodyParts.OfType<MimePart>()];

    private static string? Type(MimePart? part) => part is null ? null : $"{part.ContentType.MimeType}; charset={part.ContentType.Charset}";

    private static string? TransferEncoding(MimePart? part) => part?.ContentTransferEncoding.ToString();

    private static string? Text(MimePart? part)
    {
        if (part?.Content is not { } content)
            return null;
        using var bytes = new MemoryStream();
        content.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
