using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>Free/busy over REST (protocol.md §8.8): open to everybody, about the whole account, and friendly about accounts that do not exist.</summary>
internal sealed class FreeBusyFormat(FakeServer server, FakeRequest request)
{
    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    public FakeResponse Answer(Account? owner, string name, string? format, RestLogin login)
    {
        if (owner is null && format is null)
        {
            return login.NotFound();
        }

        DateTimeOffset from = DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now) ?? _directory.Now.AddDays(-31);
        DateTimeOffset to = DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now) ?? _directory.Now.AddDays(62);
        if (to - from > TimeSpan.FromDays(366))
        {
            return FakeResponse.Error(400, "date range too large");
        }

        string body = format == "freebusy" ? $"<html><body><h1>Free/busy of {System.Net.WebUtility.HtmlEncode(name)}</h1></body></html>" : Component(owner, name, from, to);
        return FakeResponse.Text(200, format == "freebusy" ? "text/html;charset=utf-8" : "text/calendar;charset=utf-8", body).With("Cache-Control", "no-store, no-cache");
    }

    private string Component(Account? owner, string name, DateTimeOffset from, DateTimeOffset to)
    {
        // The front rewrites /home to /service/home before the servlet sees its own address.
        string target = request.RawTarget.StartsWith("/service", StringComparison.Ordinal) ? request.RawTarget : "/service" + request.RawTarget;
        var text = new IcsText();
        foreach (string line in new[]
        {
            "BEGIN:VCALENDAR", "PRODID:Zimbra-Calendar-Provider", "VERSION:2.0", "METHOD:PUBLISH", "BEGIN:VFREEBUSY", $"ORGANIZER:mailto:{owner?.Name ?? name}",
            $"DTSTAMP:{Utc(_directory.Now)}", $"DTSTART:{Utc(from)}", $"DTEND:{Utc(to)}", $"URL:http://{request.Header("Host")}{target}",
        })
        {
            text.Line(line);
        }

        foreach (CalendarItem item in Items(owner).Where(item => item.Transparency == "OPAQUE"))
        {
            foreach ((DateTimeOffset start, DateTimeOffset end) in ItemSpan.Instances(item, from, to))
            {
                text.Line($"FREEBUSY;FBTYPE=BUSY:{Utc(start)}/{Utc(end)}");
            }
        }

        text.Line("END:VFREEBUSY");
        text.Line("END:VCALENDAR");
        return text.ToString();
    }

    private IEnumerable<CalendarItem> Items(Account? owner)
    {
        string? only = _query.GetValueOrDefault("fbcal");
        string? except = _query.GetValueOrDefault("exuid");
        return (owner?.Mailbox?.Folders ?? [])
            .Where(folder => only is null ? !folder.Flags.Contains('b', StringComparison.Ordinal) : folder.Id.ToString(CultureInfo.InvariantCulture) == only)
            .SelectMany(folder => folder.Items)
            .Where(item => item.Uid != except);
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
