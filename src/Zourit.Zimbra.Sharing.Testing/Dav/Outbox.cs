using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>POST to one's own outbox: asks others' free/busy times (recording 13-224). Invitations are not sent this way.</summary>
internal static class Outbox
{
    public static FakeResponse Answer(DavCall call)
    {
        if (
            new DavTree(call).Find(call.Request.RawPath) is not FolderResource { Folder.Id: SystemFolder.Sent } outbox
            || outbox.Owner != call.Caller
        )
        {
            return DavReply.Empty(404);
        }

        IcsComponent? question;
        try
        {
            question = IcsComponent.Parse(call.Request.Text).Named("VFREEBUSY").FirstOrDefault();
        }
        catch (FormatException)
        {
            return DavReply.Empty(400);
        }

        if (Moment(question, "DTSTART") is not { } from || Moment(question, "DTEND") is not { } to)
        {
            return DavReply.Empty(400);
        }

        XNamespace cal = DavNames.CalDav;
        return DavReply.Of(
            200,
            new XElement(
                cal + "schedule-response",
                new XAttribute(XNamespace.Xmlns + "C", cal),
                new XAttribute(XNamespace.Xmlns + "D", DavNames.Dav),
                question!
                    .All("ATTENDEE")
                    .Select(line => line.Value.Trim())
                    .Select(address => new XElement(
                        cal + "response",
                        new XElement(cal + "recipient", DavNames.Href(address)),
                        call.Directory.FindAccount(address["mailto:".Length..]) is { } account
                            ? new[]
                            {
                                new XElement(cal + "request-status", "2.0;Success"),
                                new XElement(DavNames.CalendarData, Times(call, account, from, to)),
                            }
                            : [new XElement(cal + "request-status", "3.7;Invalid Calendar User")]
                    ))
            )
        );
    }

    private static string Times(DavCall call, Account account, DateTimeOffset from, DateTimeOffset to) =>
        FreeBusyReply.Write(call, account, from, to).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static DateTimeOffset? Moment(IcsComponent? question, string property) =>
        DateTimeOffset.TryParseExact(
            question?.Line(property)?.Value.Trim(),
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset moment
        )
            ? moment
            : null;
}
