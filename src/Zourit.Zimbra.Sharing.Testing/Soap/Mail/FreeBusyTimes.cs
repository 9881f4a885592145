using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail GetFreeBusyRequest and GetWorkingHoursRequest: times of this server's accounts, <c>n</c> for others and for those who do
/// not let the caller see them.
/// </summary>
internal static class FreeBusyTimes
{
    public static XElement Run(SoapCall call, XElement request)
    {
        (DateTimeOffset from, DateTimeOffset to) = ApptSummaries.Range(request, mayBeEmpty: false);
        return Xml.Response(request, Asked(request).Select(one => User(call, one, from, to, request.Attr("excludeUid"))));
    }

    public static XElement WorkingHours(SoapCall call, XElement request)
    {
        (DateTimeOffset from, DateTimeOffset to) = ApptSummaries.Range(request, mayBeEmpty: false);
        return Xml.Response(
            request,
            Asked(request)
                .Select(one => new XElement(
                    "usr",
                    new XAttribute("id", one.Shown),
                    Find(call, one) is { } account
                        ? Stretches(Working.Times(call.Directory, account, from, to), from, to, free: "u", of: _ => "f")
                        : [Stretch("n", from, to)]
                ))
        );
    }

    // Words separated by commas, then elements that may narrow it to one calendar.
    private static IEnumerable<(string Shown, bool ById, int? Folder)> Asked(XElement request) =>
        Words(request, "uid", false)
            .Concat(Words(request, "id", true))
            .Concat(Words(request, "name", false))
            .Concat(
                request
                    .All("usr")
                    .Select(usr => (usr.Attr("id") ?? usr.Attr("name") ?? "", usr.Attr("id") is not null, (int?)usr.Number("l")))
            );

    private static IEnumerable<(string, bool, int?)> Words(XElement request, string name, bool byId) =>
        (request.Attr(name) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => (word, byId, (int?)null));

    private static Model.Account? Find(SoapCall call, (string Shown, bool ById, int? Folder) asked) =>
        (asked.ById ? call.Directory.FindAccountById(asked.Shown) : null) ?? call.Directory.FindAccount(asked.Shown);

    private static XElement User(
        SoapCall call,
        (string Shown, bool ById, int? Folder) asked,
        DateTimeOffset from,
        DateTimeOffset to,
        string? except
    )
    {
        var user = new XElement("usr", new XAttribute("id", asked.Shown));
        if (Find(call, asked) is { } account && AccountRight.Allows(call.Directory, call.Caller, account, "viewFreeBusy"))
        {
            user.Add(
                Stretches(BusyTimes.Of(call.Directory, account, (from, to), asked.Folder, except), from, to, free: "f", of: time =>
                    AppointmentWords.Busy(time.Status) is "O" ? "u" : AppointmentWords.Busy(time.Status).ToLowerInvariant()
                )
            );
        }
        else
        {
            user.Add(Stretch("n", from, to));
        }

        return user;
    }

    private static IEnumerable<XElement> Stretches(
        IEnumerable<BusyPeriod> times,
        DateTimeOffset from,
        DateTimeOffset to,
        string free,
        Func<BusyPeriod, string> of
    )
    {
        DateTimeOffset at = from;
        foreach (BusyPeriod time in times)
        {
            if (time.From > at)
            {
                yield return Stretch(free, at, time.From);
            }

            yield return Stretch(of(time), time.From, time.To);
            at = time.To;
        }

        if (at < to)
        {
            yield return Stretch(free, at, to);
        }
    }

    private static XElement Stretch(string name, DateTimeOffset from, DateTimeOffset to) =>
        new(
            name,
            new XAttribute("s", from.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            new XAttribute("e", to.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
        );
}
