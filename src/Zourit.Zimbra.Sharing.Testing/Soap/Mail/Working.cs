using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>The hours in which an account works: <c>zimbraPrefCalendarWorkingHours</c>, in its zone.</summary>
internal static class Working
{
    private const string Default = "1:N:0800:1700,2:Y:0800:1700,3:Y:0800:1700,4:Y:0800:1700,5:Y:0800:1700,6:Y:0800:1700,7:N:0800:1700";

    public static IEnumerable<BusyPeriod> Times(ZimbraDirectory directory, Model.Account account, DateTimeOffset from, DateTimeOffset to)
    {
        string hours = directory.Attribute(account, "zimbraPrefCalendarWorkingHours") ?? Default;
        Dictionary<int, string[]> days = hours
            .Split(',')
            .Select(day => day.Split(':'))
            .Where(day => day is [_, "Y", _, _])
            .ToDictionary(day => int.Parse(day[0], CultureInfo.InvariantCulture));
        var zone = new CalendarItem
        {
            Uid = "",
            Start = default,
            End = default,
            TimeZone = directory.ZoneOf(account),
        };
        for (DateTime day = from.UtcDateTime.Date.AddDays(-1); day <= to.UtcDateTime.Date.AddDays(1); day = day.AddDays(1))
        {
            if (!days.TryGetValue((int)day.DayOfWeek + 1, out string[]? found))
            {
                continue;
            }

            DateTimeOffset start = ItemSpan.Moment(zone, day + Clock(found[2]));
            DateTimeOffset end = ItemSpan.Moment(zone, day + Clock(found[3]));
            if (end > from && start < to)
            {
                yield return new BusyPeriod("BUSY", start < from ? from : start, end > to ? to : end);
            }
        }
    }

    private static TimeSpan Clock(string text) =>
        new(int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture), 0);
}
