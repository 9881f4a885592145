using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Writes a time zone as Zimbra's XML shows it: offsets in minutes, and when the clocks change (recording 06-02).</summary>
internal static class TimeZoneElement
{
    public static XElement Of(string name)
    {
        TimeZoneInfo? zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? found) ? found : null;
        int offset = (int)(zone?.BaseUtcOffset.TotalMinutes ?? 0);
        var element = new XElement("tz", new XAttribute("id", name), new XAttribute("stdoff", offset));
        if (zone is null)
        {
            return element;
        }

        element.Add(new XAttribute("stdname", ServerZones.Abbreviation(name, daylight: false) ?? zone.StandardName));
        if (TimeZoneText.Transitions(zone) is { } year)
        {
            element.Add(
                new XAttribute("dayoff", offset + (int)year.Delta.TotalMinutes),
                new XAttribute("dayname", ServerZones.Abbreviation(name, daylight: true) ?? zone.DaylightName),
                Change("standard", year.ToStandard),
                Change("daylight", year.ToDaylight)
            );
        }

        return element;
    }

    private static XElement Change(string name, DateTime local)
    {
        bool last = local.AddDays(7).Month != local.Month;
        return new XElement(
            name,
            new XAttribute("week", last ? -1 : ((local.Day - 1) / 7) + 1),
            new XAttribute("wkday", ((int)local.DayOfWeek + 1).ToString(CultureInfo.InvariantCulture)),
            new XAttribute("mon", local.Month),
            new XAttribute("hour", local.Hour),
            new XAttribute("min", local.Minute),
            new XAttribute("sec", local.Second)
        );
    }
}
