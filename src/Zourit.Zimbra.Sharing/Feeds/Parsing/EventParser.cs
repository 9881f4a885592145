using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Reads a VEVENT line by line. A line that cannot be read is reported and costs nothing but itself; without a start there is no event.
/// </summary>
internal sealed class EventParser
{
    private const int MostProblems = 10;
    private const int MostRules = 10;

    private readonly ZoneTable _zones;
    private readonly ExpansionBudget _budget;
    private readonly EventDetails _details = new();
    private readonly EventTimes _times = new();
    private readonly List<RuleParts> _rules = [];
    private readonly List<RuleParts> _exceptionRules = [];
    private readonly List<IcsTime> _exceptionDates = [];
    private readonly List<AddedDate> _addedDates = [];
    private readonly List<string> _problems = [];
    private int _moreProblems;
    private string? _startFault;
    private bool _isException;
    private string _uid = "";
    private int _sequence;
    private DateTimeOffset? _modified;
    private DateTimeOffset? _stamp;

    private EventParser(ZoneTable zones, ExpansionBudget budget)
    {
        _zones = zones;
        _budget = budget;
    }

    /// <summary>Reads an event; null when it has no readable start.</summary>
    public static ParsedEvent? Parse(string component, ZoneTable zones, ExpansionBudget budget, ProblemLog log)
    {
        var parser = new EventParser(zones, budget);
        parser.Read(component);
        ParsedEvent? read = parser.Complete();
        foreach (string problem in parser._problems)
        {
            log.Add(parser.Uid, problem);
        }

        if (parser._moreProblems > 0)
        {
            log.Add(parser.Uid, $"{parser._moreProblems} further details of it were ignored.");
        }

        return read;
    }

    private string? Uid => _uid.Length > 0 ? _uid : null;

    private void Read(string component)
    {
        int depth = 0;
        foreach (string text in Unfolding.Texts(component))
        {
            _budget.Check();
            ContentLine? line = ContentLine.TryParse(text);
            depth = line?.Name switch
            {
                "BEGIN" => depth + 1,
                "END" => Math.Max(depth - 1, 1),
                _ => depth,
            };
            if (depth != 1)
            {
                continue;
            }

            if (line is null)
            {
                Report($"A line of it was ignored, since it is not iCalendar: '{IcsText.Shown(text)}'.");
                continue;
            }

            try
            {
                Take(line);
            }
            catch (FormatException e) when (line.Name == "DTSTART" && _times.Start is null)
            {
                _startFault = $"its DTSTART cannot be read: {e.Message}";
            }
            catch (FormatException e)
            {
                Report($"Its {line.Name} was ignored: {e.Message}.");
            }
        }

        if (depth > 1)
        {
            Report("A part of it has no end, and what follows in it was ignored.");
        }
    }

    private void Take(ContentLine line)
    {
        switch (line.Name)
        {
            case "UID":
                _uid = _uid.Length > 0 ? throw new FormatException("there is another one") : IcsText.Unescape(line.Value.Trim());
                break;
            case "DTSTART":
                _times.Start = Once(line, _times.Start);
                break;
            case "DTEND":
                _times.End = Once(line, _times.End);
                break;
            case "DURATION":
                _times.Duration = IcsDuration.TryParse(line.Value) is { } duration
                    ? Once(_times.Duration, duration)
                    : throw new FormatException($"'{IcsText.Shown(line.Value)}' is no duration");
                break;
            case "RECURRENCE-ID":
                _isException = true;
                _times.RecurrenceId = Once(line, _times.RecurrenceId);
                _times.Range = line.Parameter("RANGE")?.ToUpperInvariant();
                break;
            case "RRULE":
                Rule(line, _rules);
                break;
            case "EXRULE":
                Rule(line, _exceptionRules);
                break;
            case "EXDATE":
                ExceptionDates(line);
                break;
            case "RDATE":
                AddedDates(line);
                break;
            case "SEQUENCE":
                _sequence = int.TryParse(line.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int sequence)
                    ? sequence
                    : throw new FormatException($"'{IcsText.Shown(line.Value)}' is no number");
                break;
            case "LAST-MODIFIED":
                _modified = Utc(line);
                break;
            case "DTSTAMP":
                _stamp = Utc(line);
                break;
            default:
                _details.Take(line);
                break;
        }
    }

    private ParsedEvent? Complete()
    {
        if (_times.Start is null && _times.RecurrenceId is { } instance)
        {
            _times.Start = instance;
            Report($"The time of its RECURRENCE-ID was taken, since {_startFault ?? "it has no DTSTART"}.");
        }

        if (_times.Start is not { } start)
        {
            // What else is wrong with it does not matter.
            _problems.Clear();
            _moreProblems = 0;
            Report($"The event was left out: {_startFault ?? "it has no DTSTART"}.");
            return null;
        }

        if (_times.Range is { } range && range != "THISANDFUTURE")
        {
            Report($"Its RANGE '{IcsText.Shown(range)}' was ignored: the change was applied to its own instance only.");
        }

        // Arrays, since a hostile feed holds a hundred thousand events, and most of them have none.
        (_times.Rules, _times.ExceptionRules) = ([.. _rules], [.. _exceptionRules]);
        (_times.ExceptionDates, _times.AddedDates) = ([.. _exceptionDates], [.. _addedDates]);
        _times.CheckEnd(Report);
        return new ParsedEvent(
            _details.ToEvent(_uid) with
            {
                IsAllDay = start.IsDate,
                IsFloating = start.IsFloating,
                TimeZone = start.ZoneName,
                Sequence = _sequence,
                LastModified = _modified,
                IsException = _isException,
            },
            _times,
            _stamp ?? _modified
        );
    }

    private IcsTime Once(ContentLine line, IcsTime? known) => Once(known, new LineTimes(line, _zones).Read(line.Value));

    private static T Once<T>(T? known, T read)
        where T : struct => known is null ? read : throw new FormatException("there is another one");

    // iCalendar advises one rule. Each is bounded by itself.
    private void Rule(ContentLine line, List<RuleParts> rules)
    {
        if (_rules.Count + _exceptionRules.Count >= MostRules)
        {
            throw new FormatException($"there are more than {MostRules} rules");
        }

        var rule = new RuleParts(line.Value.Trim());
        rules.Add(rule);
        foreach (string ignored in rule.Ignored)
        {
            Report($"Of its {line.Name} was ignored: {ignored}.");
        }
    }

    private void ExceptionDates(ContentLine line)
    {
        var times = new LineTimes(line, _zones);
        foreach (string value in Values(line))
        {
            if (times.TryRead(value) is { } time)
            {
                _exceptionDates.Add(time);
            }
            else
            {
                Report($"One time of its EXDATE was ignored: '{IcsText.Shown(value)}' is no date or time.");
            }
        }

        if (line.Parameter("RANGE") is { } range)
        {
            Report(
                $"The RANGE '{IcsText.Shown(range)}' of its EXDATE was ignored: later occurrences are given, though they may be cancelled."
            );
        }
    }

    private void AddedDates(ContentLine line)
    {
        var times = new LineTimes(line, _zones);
        foreach (string value in Values(line))
        {
            int slash = value.IndexOf('/', StringComparison.Ordinal);
            string end = slash < 0 ? "" : value[(slash + 1)..];
            if (times.TryRead(slash < 0 ? value : value.AsSpan(0, slash)) is not { } start)
            {
                Report($"One time of its RDATE was ignored: '{IcsText.Shown(value)}' is no date or time.");
                continue;
            }

            IcsDuration? length = IcsDuration.TryParse(end);
            IcsTime? until = times.TryRead(end);
            if (slash >= 0 && length is null && until is null)
            {
                Report($"The length of an RDATE of it was ignored: '{IcsText.Shown(end)}' is neither a duration nor a time.");
            }

            _addedDates.Add(new AddedDate(start, until, length));
        }
    }

    private IEnumerable<string> Values(ContentLine line)
    {
        string text = line.Value;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            _budget.Check();
            end = text.IndexOf(',', start) is >= 0 and var comma ? comma : text.Length;
            if (text[start..end].Trim() is { Length: > 0 } value)
            {
                yield return value;
            }
        }
    }

    private static DateTimeOffset Utc(ContentLine line) =>
        IcsTime.Read(line.Value) is { } time
            ? new DateTimeOffset(time.Wall, TimeSpan.Zero)
            : throw new FormatException($"'{IcsText.Shown(line.Value)}' is no date or time");

    private void Report(string problem)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(problem);
        }
        else
        {
            _moreProblems++;
        }
    }
}
