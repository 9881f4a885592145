using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Recurrence rules in Zimbra's XML: the parts of iCalendar's as elements.</summary>
internal static class RuleElement
{
    private static readonly (string Element, string Name, string Attribute)[] Parts =
    [
        ("until", "UNTIL", "d"),
        ("count", "COUNT", "num"),
        ("interval", "INTERVAL", "ival"),
        ("bymonthday", "BYMONTHDAY", "modaylist"),
        ("byyearday", "BYYEARDAY", "yrdaylist"),
        ("byweekno", "BYWEEKNO", "wklist"),
        ("bymonth", "BYMONTH", "molist"),
        ("bysetpos", "BYSETPOS", "poslist"),
        ("wkst", "WKST", "day"),
    ];

    public static string Read(XElement rule)
    {
        List<string> parts = [$"FREQ={Frequency(rule.Required("freq"))}"];
        if (rule.Child("byday") is { } days)
        {
            parts.Add("BYDAY=" + string.Join(',', days.All("wkday").Select(day => day.Attr("ordwk") + day.Required("day"))));
        }

        if (rule.Child("count") is { } count && count.Number("num") is not > 0)
        {
            throw SoapFault.Invalid("Expected positive num attribute in <recur> <rule> <count>");
        }

        foreach ((string element, string name, string attribute) in Parts)
        {
            if (rule.Child(element)?.Attr(attribute) is { } value)
            {
                parts.Add($"{name}={value}");
            }
        }

        return string.Join(';', parts);
    }

    public static XElement Of(string text)
    {
        Dictionary<string, string> parts = RecurrenceRule.Parts(text);
        var rule = new XElement("rule", new XAttribute("freq", parts.GetValueOrDefault("FREQ", "   ")[..3]));
        foreach ((string element, string name, string attribute) in Parts)
        {
            if (name == "BYMONTHDAY")
            {
                rule.Add(Days(parts.GetValueOrDefault("BYDAY")));
            }

            if (parts.TryGetValue(name, out string? value))
            {
                rule.Add(new XElement(element, new XAttribute(attribute, value)));
            }
        }

        return rule;
    }

    private static XElement? Days(string? days) =>
        days is null
            ? null
            : new XElement(
                "byday",
                days.Split(',')
                    .Select(day => new XElement(
                        "wkday",
                        new XAttribute("day", day[^2..]),
                        day.Length > 2 ? new XAttribute("ordwk", day[..^2]) : null
                    ))
            );

    // Three letters in Zimbra's XML, the whole word in iCalendar.
    private static string Frequency(string word) =>
        Array.Find(["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"], whole =>
            whole.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        )
            is { } found
        && word.Length >= 3
            ? found
            : throw SoapFault.Invalid("Exception parsing <recur> <rule>");
}
