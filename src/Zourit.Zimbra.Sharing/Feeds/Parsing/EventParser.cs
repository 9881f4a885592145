using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

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
    private readonly List<IcsTime> _ends = [];
    private readonly List<AddedDate> _addedDates = [];
    private readonly List<LocalizedText> _problems = [];
    private int _moreProblems;
    private LocalizedText? _startFault;
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
        foreach (LocalizedText problem in parser._problems)
        {
            log.Add(parser.Uid, problem);
        }

        if (parser._moreProblems > 0)
        {
            log.Add(parser.Uid, ProblemTexts.MoreDetails(parser._moreProblems));
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
                Report(() => ProblemTexts.NoICalendar(text));
                continue;
            }

            try
            {
                Take(line);
            }
            catch (UnreadableException e) when (line.Name == "DTSTART" && _times.Start is null)
            {
                _startFault = UnreadableTexts.Start(e.Reason);
            }
            catch (UnreadableException e)
            {
                Report(() => ProblemTexts.LineIgnored(line.Name, e.Reason));
            }
        }

        if (depth > 1)
        {
            Report(static () => ProblemTexts.PartWithoutEnd);
        }
    }

    private void Take(ContentLine line)
    {
        switch (line.Name)
        {
            case "UID":
                _uid = _uid.Length > 0 ? throw new UnreadableException(UnreadableTexts.Another) : IcsText.Unescape(line.Value.Trim());
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
                    : throw new UnreadableException(UnreadableTexts.NoDuration(line.Value));
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
                    : throw new UnreadableException(UnreadableTexts.NoNumber(line.Value));
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
            Report(() => ProblemTexts.StartOfInstance(_startFault ?? UnreadableTexts.NoStart));
        }

        if (_times.Start is not { } start)
        {
            // What else is wrong with it does not matter.
            _problems.Clear();
            _moreProblems = 0;
            Report(() => ProblemTexts.EventLeftOut(_startFault ?? UnreadableTexts.NoStart));
            return null;
        }

        if (_times.Range is { } range && range != "THISANDFUTURE")
        {
            Report(() => ProblemTexts.RangeIgnored(range));
        }

        // Arrays, since a hostile feed holds a hundred thousand events, and most of them have none.
        (_times.Rules, _times.ExceptionRules) = ([.. _rules], [.. _exceptionRules]);
        (_times.ExceptionDates, _times.AddedDates) = ([.. _exceptionDates], [.. _addedDates]);
        foreach (IcsTime end in _ends)
        {
            _budget.Check();
            DateTime wall = end.WallIn(start);
            _times.SeriesEnd = wall < _times.SeriesEnd ? wall : _times.SeriesEnd;
        }

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
        where T : struct => known is null ? read : throw new UnreadableException(UnreadableTexts.Another);

    // iCalendar advises one rule. Each is bounded by itself.
    private void Rule(ContentLine line, List<RuleParts> rules)
    {
        if (_rules.Count + _exceptionRules.Count >= MostRules)
        {
            throw new UnreadableException(UnreadableTexts.TooManyRules(MostRules));
        }

        var rule = new RuleParts(line.Value.Trim());
        rules.Add(rule);
        foreach (LocalizedText ignored in rule.Ignored)
        {
            Report(() => ProblemTexts.PartIgnored(line.Name, ignored));
        }
    }

    private void ExceptionDates(ContentLine line)
    {
        var times = new LineTimes(line, _zones);
        string? range = line.Parameter("RANGE")?.ToUpperInvariant();
        bool endsSeries = range == "THISANDFUTURE";
        foreach (string value in Values(line))
        {
            if (times.TryRead(value) is { } time)
            {
                (endsSeries ? _ends : _exceptionDates).Add(time);
            }
            else
            {
                Report(() => ProblemTexts.TimeIgnored("EXDATE", UnreadableTexts.NoTime(value)));
            }
        }

        if (range is not null)
        {
            // The server's way to cancel all later instances, which iCalendar does not know (recording 17-27).
            Report(() => endsSeries ? ProblemTexts.SeriesEnded : ProblemTexts.ExceptionRangeIgnored(range));
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
                Report(() => ProblemTexts.TimeIgnored("RDATE", UnreadableTexts.NoTime(value)));
                continue;
            }

            IcsDuration? length = IcsDuration.TryParse(end);
            IcsTime? until = times.TryRead(end);
            if (slash >= 0 && length is null && until is null)
            {
                Report(() => ProblemTexts.LengthIgnored(UnreadableTexts.NoDurationOrTime(end)));
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
            : throw new UnreadableException(UnreadableTexts.NoTime(line.Value));

    // Said only where it is kept: a hostile event has millions of problems.
    private void Report(Func<LocalizedText> problem)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(problem());
        }
        else
        {
            _moreProblems++;
        }
    }
}
