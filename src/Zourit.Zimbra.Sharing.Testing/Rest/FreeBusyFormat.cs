using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// Free/busy over REST (docs/protocol.md §8.8): open to everybody, about the whole account, and friendly about accounts that do not exist.
/// </summary>
internal sealed class FreeBusyFormat(ServerState server, FakeRequest request)
{
    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    /// <summary><c>/service/pubcal/freebusy.ifb?acct=…</c>: the same by account name, with a shorter past.</summary>
    public static FakeResponse Public(ServerState server, FakeRequest request) =>
        request.Query.GetValueOrDefault("acct") is { Length: > 0 } name
            ? new FreeBusyFormat(server, request).Answer(
                server.Directory.FindAccount(server.Directory.Complete(name)),
                server.Directory.Complete(name),
                "ifb",
                daysBefore: 7
            )
            : FakeResponse.Error(400, "must specify acct parameter");

    public FakeResponse Answer(Account? owner, string name, string? format, int daysBefore = 31)
    {
        DateTimeOffset from = DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now) ?? _directory.Now.AddDays(-daysBefore);
        DateTimeOffset to = DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now) ?? _directory.Now.AddDays(62);
        if (to - from > TimeSpan.FromDays(366))
        {
            return FakeResponse.Error(400, "date range too large");
        }

        // The page is the web client's, which is not here (recording 07-47).
        return (
            format == "freebusy"
                ? FakeResponse.Text(
                    200,
                    "text/plain;charset=utf-8",
                    $"[placeholder for the web client page: /h/rest]\nzimbra_target_account_name={name}\n"
                )
                : FakeResponse.Text(200, "text/calendar;charset=utf-8", Component(owner, name, from, to))
        ).With("Cache-Control", "no-store, no-cache");
    }

    private string Component(Account? owner, string name, DateTimeOffset from, DateTimeOffset to)
    {
        // The front rewrites /home to /service/home before the servlet sees its own address.
        string target = request.RawTarget.StartsWith("/service", StringComparison.Ordinal)
            ? request.RawTarget
            : "/service" + request.RawTarget;
        var text = new IcsLines();
        foreach (
            string line in new[]
            {
                "BEGIN:VCALENDAR",
                "PRODID:Zimbra-Calendar-Provider",
                "VERSION:2.0",
                "METHOD:PUBLISH",
                "BEGIN:VFREEBUSY",
                $"ORGANIZER:mailto:{owner?.Name ?? name}",
                $"DTSTAMP:{Utc(_directory.Now)}",
                $"DTSTART:{Utc(from)}",
                $"DTEND:{Utc(to)}",
                $"URL:{request.Origin}{target}",
            }
        )
        {
            text.Line(line);
        }

        foreach (
            CalendarItem item in Items(owner)
                .Where(item => item.Transparency == "OPAQUE" && item.BusyStatus != "FREE" && item.Status != "CANCELLED")
        )
        {
            foreach ((DateTimeOffset start, DateTimeOffset end) in ItemSpan.Instances(item, from, to))
            {
                text.Line($"FREEBUSY;FBTYPE={Type(item)}:{Utc(start)}/{Utc(end)}");
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
            .Where(folder =>
                only is null
                    ? !folder.Flags.Contains('b', StringComparison.Ordinal)
                    : folder.Id.ToString(CultureInfo.InvariantCulture) == only
            )
            .SelectMany(folder => folder.Items)
            .Where(item => item.Uid != except);
    }

    private static string Type(CalendarItem item) =>
        item.BusyStatus switch
        {
            "TENTATIVE" => "BUSY-TENTATIVE",
            "OOF" => "BUSY-UNAVAILABLE",
            _ => "BUSY",
        };

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
