using System.Text;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A VEVENT with its times taken apart. Ical.Net gets the texts and the bare rule, but no time zone: one that it does not know would fail
/// everything, and <c>(GMT+01.00) Brussels…</c> it would take for GMT.
/// </summary>
internal sealed class EventText
{
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "ORGANIZER",
        "ATTENDEE",
        "STATUS",
        "CLASS",
        "TRANSP",
        "CATEGORIES",
    };

    private const int MostRules = 10;

    private readonly StringBuilder _texts = new();

    private EventText() { }

    public string Uid { get; private set; } = "";

    public IcsTime Start { get; private set; }

    public IcsTime? End { get; private set; }

    public Ical.Net.DataTypes.Duration? Duration { get; private set; }

    public IcsTime? RecurrenceId { get; private set; }

    public bool IsThisAndFuture { get; private set; }

    public List<string> Rules { get; } = [];

    public List<string> ExceptionRules { get; } = [];

    public List<IcsTime> ExceptionDates { get; } = [];

    public List<(IcsTime Start, ContentLine Line, string Value)> Dates { get; } = [];

    public string? Url { get; private set; }

    public int Sequence { get; private set; }

    public DateTimeOffset? LastModified { get; private set; }

    public bool Recurs => Rules.Count > 0 || Dates.Count > 0;

    /// <summary>The lines that hold texts, as they were.</summary>
    public string Lines => _texts.ToString();

    /// <summary>The UID of an event that may be unreadable otherwise.</summary>
    public static string? UidOf(string component) => Unfolding.Lines(component).FirstOrDefault(line => line.Name == "UID")?.Value.Trim();

    /// <exception cref="FormatException">A time in it cannot be read, or it has no start.</exception>
    public static EventText Parse(string component, ZoneTable zones)
    {
        var text = new EventText();
        bool hasStart = false;
        int depth = 0;
        foreach (ContentLine line in Unfolding.Lines(component))
        {
            depth += line.Name switch
            {
                "BEGIN" => 1,
                "END" => -1,
                _ => 0,
            };
            if (depth == 1)
            {
                hasStart |= line.Name == "DTSTART";
                text.Take(line, zones);
            }
        }

        return hasStart ? text : throw new FormatException("it has no DTSTART");
    }

    private void Take(ContentLine line, ZoneTable zones)
    {
        switch (line.Name)
        {
            case "UID":
                Uid = line.Value.Trim();
                break;
            case "DTSTART":
                Start = IcsTime.Parse(line, line.Value, zones);
                break;
            case "DTEND":
                End = IcsTime.Parse(line, line.Value, zones);
                break;
            case "DURATION":
                Duration = Durations.TryParse(line.Value) ?? throw new FormatException("its DURATION is none");
                break;
            case "RECURRENCE-ID":
                RecurrenceId = IcsTime.Parse(line, line.Value, zones);
                IsThisAndFuture = string.Equals(line.Parameter("RANGE"), "THISANDFUTURE", StringComparison.OrdinalIgnoreCase);
                break;
            case "RRULE":
                Rules.Add(Counted(line));
                break;
            case "EXRULE":
                ExceptionRules.Add(Counted(line));
                break;
            case "EXDATE":
                ExceptionDates.AddRange(Split(line).Select(value => IcsTime.Parse(line, value, zones)));
                break;
            case "RDATE":
                Dates.AddRange(Split(line).Select(value => (IcsTime.Parse(line, value.Split('/')[0], zones), line, value)));
                break;
            case "URL":
                Url = line.Value.Trim() is { Length: > 0 } url ? url : null;
                break;
            case "SEQUENCE":
                Sequence = int.TryParse(line.Value, out int sequence) ? sequence : 0;
                break;
            case "LAST-MODIFIED":
                LastModified = IcsTime.Read(line.Value) is { } modified ? new DateTimeOffset(modified.Wall, TimeSpan.Zero) : null;
                break;
            default:
                if (Texts.Contains(line.Name))
                {
                    _texts.Append(line).Append("\r\n");
                }

                break;
        }
    }

    // iCalendar advises one rule. Each is bounded by itself, but together they are walked in one step.
    private string Counted(ContentLine line) =>
        Rules.Count + ExceptionRules.Count < MostRules
            ? line.Value.Trim()
            : throw new FormatException($"it has more than {MostRules} recurrence rules, which is refused");

    private static string[] Split(ContentLine line) =>
        line.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
