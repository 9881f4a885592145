using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// Free/busy over REST (docs/protocol.md §8.8): open to everybody, about the whole account, and friendly about accounts that do not exist.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="request">The request.</param>
/// <param name="visitor">Who asks: an account may let its times be seen by some only (<c>viewFreeBusy</c>).</param>
internal sealed class FreeBusyFormat(ServerState server, FakeRequest request, Visitor visitor)
{
    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    /// <summary>
    /// <c>/service/pubcal/freebusy.ifb?acct=…&amp;s=…&amp;e=…</c>: the same by account name, with a shorter past; <c>s</c> and <c>e</c> are
    /// milliseconds and nothing else.
    /// </summary>
    public static FakeResponse Public(ServerState server, FakeRequest request)
    {
        if (request.Query.GetValueOrDefault("acct") is not { Length: > 0 } name)
        {
            return FakeResponse.Error(400, "acct required");
        }

        DateTimeOffset now = server.Directory.Now;
        if (
            !TryMilliseconds(request.Query.GetValueOrDefault("s"), now.AddDays(-7), out DateTimeOffset from)
            || !TryMilliseconds(request.Query.GetValueOrDefault("e"), now.AddDays(62), out DateTimeOffset to)
        )
        {
            return FakeResponse.Error(500, "For input string");
        }

        Visitor visitor = RestLogin.Of(server, request, request.Query).Visitor;
        string asked = server.Directory.Complete(name);
        return new FreeBusyFormat(server, request, visitor).Answer(server.Directory.FindAccount(asked), asked, "ifb", from, to);
    }

    public FakeResponse Answer(Account? owner, string name, string? format) =>
        Answer(
            owner,
            name,
            format,
            DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now) ?? _directory.Now.AddDays(-31),
            DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now) ?? _directory.Now.AddDays(62)
        );

    private FakeResponse Answer(Account? owner, string name, string? format, DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from)
        {
            return FakeResponse.Error(400, "end time must be after start time");
        }

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
        int? only = int.TryParse(_query.GetValueOrDefault("fbcal"), out int calendar) ? calendar : null;
        IEnumerable<BusyPeriod> times =
            owner is not null && MaySee(owner) ? BusyTimes.Of(_directory, owner, (from, to), only, _query.GetValueOrDefault("exuid")) : [];
        if (string.Equals(_query.GetValueOrDefault("fbfmt"), "event", StringComparison.OrdinalIgnoreCase))
        {
            return Events(times);
        }

        // The front rewrites /home to /service/home before the servlet sees its own address.
        string target = request.RawTarget.StartsWith("/service", StringComparison.Ordinal)
            ? request.RawTarget
            : "/service" + request.RawTarget;
        return FreeBusyText.Write(
            new FreeBusyText.Head
            {
                Method = "PUBLISH",
                Organizer = owner?.Name ?? name,
                Now = _directory.Now,
                From = from,
                To = to,
                Url = $"{request.Origin}{target}",
            },
            times
        );
    }

    private bool MaySee(Account owner) =>
        visitor.Administers(_directory, owner) || AccountRight.Allows(_directory, visitor.Account, owner, "viewFreeBusy");

    // Each stretch as an event of its own, under a name that nobody sees twice.
    private string Events(IEnumerable<BusyPeriod> times)
    {
        string prefix = $"tmp_{Guid.NewGuid()}_";
        IEnumerable<CalendarItem> events = times.Select(
            (time, index) =>
                new CalendarItem
                {
                    Uid = string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1}"),
                    Start = time.From.UtcDateTime,
                    End = time.To.UtcDateTime,
                    Status = time.Status == "TENTATIVE" ? "TENTATIVE" : "CONFIRMED",
                    BusyStatus = time.Status,
                    Modified = _directory.Now,
                }
        );
        return IcsWriter.Write([.. events], IcsForm.Feed with { Method = "PUBLISH", ShowsPrivate = true });
    }

    private static bool TryMilliseconds(string? text, DateTimeOffset otherwise, out DateTimeOffset time)
    {
        time = otherwise;
        if (text is null)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds))
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(milliseconds, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        );
        return true;
    }
}
