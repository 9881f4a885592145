using System.Globalization;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Comparison;

/// <summary>A feed of one series with exceptions of all kinds, made from a seed, and the occurrences that it has.</summary>
internal sealed class GeneratedFeed
{
    public static readonly DateTime End = new(2027, 7, 1);

    private readonly Random _dice;
    private readonly PlainZone _zone;
    private readonly bool _isDate;
    private readonly List<string> _lines = [];
    private readonly List<string> _changes = [];
    private readonly Dictionary<DateTime, (DateTime Start, DateTime End)> _occurrences = [];
    private readonly List<(DateTime Start, DateTime End)> _moved = [];
    private readonly TimeSpan _length;

    public GeneratedFeed(int seed)
    {
        _dice = new Random(seed);
        _isDate = _dice.Next(5) == 0;
        _zone = _isDate ? PlainZone.Floating : Pick(PlainZone.All);
        var start = new DateTime(2025, 1, 1 + _dice.Next(28), _isDate ? 0 : _dice.Next(24), _isDate ? 0 : 15 * _dice.Next(4), 0);
        start = start.AddMonths(_dice.Next(12));
        _length = _isDate ? TimeSpan.FromDays(1 + _dice.Next(3)) : TimeSpan.FromMinutes(15 * _dice.Next(1, 12));
        PlainRule rule = Rule();

        // Whether DTSTART counts where the rule leaves it out, is a matter of opinion.
        start = rule.Starts(start, End).FirstOrDefault(start);
        rule = Ended(rule, start);
        DateTime[] walls = [.. rule.Starts(start, End).Prepend(start).Distinct()];
        foreach (DateTime wall in walls)
        {
            _occurrences.Add(wall, Occurrence(wall));
        }

        _lines.Add(_isDate ? Dates("DTSTART", start) : _zone.Line("DTSTART", start));
        _lines.Add(LengthLine(start));
        _lines.Add($"RRULE:{rule}");
        Except(walls);
        Add(start);
        Exclude(start);
        Move(walls);
        Text = Ics.Calendar([_zone.Definition, .. Shuffled([Ics.Event("s", Shuffled(_lines)), .. _changes])]);
    }

    public string Text { get; }

    /// <summary>Until when the occurrences are all of them.</summary>
    public static DateTimeOffset Until => new(End.AddDays(-40), TimeSpan.Zero);

    public IEnumerable<string> Occurrences =>
        _occurrences
            .Values.Concat(_moved)
            .Where(one => one.Start < Until.UtcDateTime)
            .Select(one => Shown(one.Start, one.End))
            .Order(StringComparer.Ordinal);

    public static string Shown(DateTime start, DateTime end) =>
        FormattableString.Invariant($"{start:yyyy-MM-dd HH:mm:ss}/{end:yyyy-MM-dd HH:mm:ss}");

    private PlainRule Rule()
    {
        var rule = new PlainRule(Pick(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])) { Interval = _dice.Next(3) == 0 ? 1 + _dice.Next(4) : 1 };
        int form = _dice.Next(6);
        rule = (rule.Frequency, form) switch
        {
            ("DAILY", 0) => rule with { Months = Some(12, 1) },
            ("DAILY", 1) => rule with { Days = [(null, DayOfWeek.Monday), (null, DayOfWeek.Friday)] },
            ("DAILY", 2) => rule with { MonthDays = [1, 15, -1] },
            ("WEEKLY", 0 or 1 or 2) => rule with { Days = Weekdays(numbered: 0) },
            ("WEEKLY", 3) => rule with { Days = Weekdays(numbered: 0), WeekStart = DayOfWeek.Sunday, Interval = 2 },
            ("WEEKLY", 4) => rule with { Days = Weekdays(numbered: 0), Months = Some(12, 1), Interval = 1 },
            ("MONTHLY", 0) => rule with { MonthDays = Some(31, 1) },
            ("MONTHLY", 1) => rule with { MonthDays = [-1, -15] },
            ("MONTHLY", 2) => rule with { Days = Weekdays(numbered: 5) },
            ("MONTHLY", 3) => rule with { Days = Weekdays(numbered: 0), Positions = [Pick([1, 2, -1, -2])] },
            ("MONTHLY", 4) => rule with { Days = [(null, DayOfWeek.Friday)], MonthDays = [13] },
            ("YEARLY", 0) => rule with { Months = Some(12, 1) },
            ("YEARLY", 1) => rule with { YearDays = [1, 100, 200, -1] },
            ("YEARLY", 2) => rule with { Months = Some(12, 1), Days = Weekdays(numbered: 4) },
            ("YEARLY", 3) => rule with { Days = [(20, DayOfWeek.Monday), (-1, DayOfWeek.Sunday)] },
            ("YEARLY", 4) => rule with { Months = [2, 3], MonthDays = [29, 30] },
            _ => rule,
        };
        return _isDate || _dice.Next(6) > 0 ? rule : rule with { Hours = [8, 20], Minutes = [0, 30] };
    }

    private PlainRule Ended(PlainRule rule, DateTime start)
    {
        DateTime until = start.AddDays(_dice.Next(600));
        return _dice.Next(4) switch
        {
            0 => rule with { Count = 1 + _dice.Next(30) },
            1 when _isDate => rule with { Until = until, UntilText = Day(until) },
            1 => rule with { Until = until.Date.AddDays(1).AddTicks(-1), UntilText = Day(until) },
            2 when _isDate => rule,
            2 when _zone == PlainZone.Floating => rule with { Until = until, UntilText = Time(until) },
            2 => rule with { Until = _zone.Wall(_zone.Moment(until)), UntilText = Time(_zone.Moment(until)) + "Z" },
            _ => rule,
        };
    }

    private string LengthLine(DateTime start) =>
        _isDate
            ? _dice.Next(2) == 0
                ? Dates("DTEND", start + _length)
                : $"DURATION:P{_length.TotalDays}D"
            : _dice.Next(3) switch
            {
                0 => $"DURATION:PT{_length.TotalMinutes}M",
                1 => PlainZone.Utc.Line("DTEND", _zone.Moment(start) + _length),
                _ => _zone.Line("DTEND", _zone.Wall(_zone.Moment(start) + _length)),
            };

    private void Except(DateTime[] walls)
    {
        foreach (DateTime wall in walls.Where(_ => _dice.Next(8) == 0))
        {
            _occurrences.Remove(wall);
            _lines.Add(
                _isDate || (_dice.Next(3) == 0 && walls.Count(other => other.Date == wall.Date) == 1) ? Dates("EXDATE", wall)
                : _dice.Next(2) == 0 ? PlainZone.Utc.Line("EXDATE", _zone.Moment(wall))
                : _zone.Line("EXDATE", wall)
            );
        }
    }

    private void Add(DateTime start)
    {
        if (_dice.Next(3) == 0)
        {
            // At a minute at which nothing else happens.
            DateTime wall = _isDate ? start.Date.AddDays(_dice.Next(400)) : start.Date.AddDays(_dice.Next(400)).AddHours(12).AddMinutes(7);
            bool isPeriod = !_isDate && _dice.Next(2) == 0;
            if (!_isDate || !_lines.Any(line => line.Contains(Day(wall), StringComparison.Ordinal)))
            {
                _occurrences.TryAdd(wall, isPeriod ? (_zone.Moment(wall), _zone.Moment(wall).AddHours(5)) : Occurrence(wall));
                _lines.Add(
                    _isDate ? Dates("RDATE", wall)
                    : isPeriod ? _zone.Line("RDATE;VALUE=PERIOD", wall) + "/PT5H"
                    : _zone.Line("RDATE", wall)
                );
            }
        }
    }

    private void Exclude(DateTime start)
    {
        if (_dice.Next(6) == 0)
        {
            var rule = new PlainRule("WEEKLY") { Interval = 2, Count = 5 };
            _lines.Add($"EXRULE:{rule}");
            foreach (DateTime wall in rule.Starts(start, End))
            {
                _occurrences.Remove(wall);
            }
        }
    }

    private void Move(DateTime[] walls)
    {
        foreach (DateTime wall in walls.Where(wall => _dice.Next(10) == 0 && _occurrences.ContainsKey(wall)))
        {
            _occurrences.Remove(wall);
            DateTime moved = wall.AddDays(_dice.Next(-3, 4)).AddHours(_isDate ? 0 : _dice.Next(5));
            string instance =
                _isDate ? Dates("RECURRENCE-ID", wall)
                : _dice.Next(2) == 0 ? PlainZone.Utc.Line("RECURRENCE-ID", _zone.Moment(wall))
                : _zone.Line("RECURRENCE-ID", wall);
            if (_dice.Next(4) == 0)
            {
                _changes.Add(Ics.Event("s", instance, _isDate ? Dates("DTSTART", wall) : _zone.Line("DTSTART", wall), "STATUS:CANCELLED"));
                continue;
            }

            _moved.Add(_isDate ? Occurrence(moved) : (_zone.Moment(moved), _zone.Moment(moved) + _length));
            _changes.Add(
                Ics.Event(
                    "s",
                    _isDate ? Dates("DTSTART", moved) : _zone.Line("DTSTART", moved),
                    _isDate ? $"DURATION:P{_length.TotalDays}D" : $"DURATION:PT{_length.TotalMinutes}M",
                    instance
                )
            );
        }
    }

    private (DateTime Start, DateTime End) Occurrence(DateTime wall) =>
        _isDate ? (_zone.Moment(wall), _zone.Moment(wall + _length)) : (_zone.Moment(wall), _zone.Moment(wall) + _length);

    private (int?, DayOfWeek)[] Weekdays(int numbered) =>
        [
            .. Enumerable
                .Range(0, 7)
                .Where(_ => _dice.Next(2) == 0)
                .DefaultIfEmpty(3)
                .Select(day => (numbered == 0 ? (int?)null : Pick([1, 2, numbered, -1, -2]), (DayOfWeek)day)),
        ];

    private int[] Some(int most, int least) => [.. Enumerable.Range(least, most).Where(_ => _dice.Next(4) == 0).DefaultIfEmpty(least)];

    private T Pick<T>(IReadOnlyList<T> list) => list[_dice.Next(list.Count)];

    private string[] Shuffled(IEnumerable<string> list)
    {
        string[] shuffled = [.. list];
        _dice.Shuffle(shuffled);
        return shuffled;
    }

    private static string Dates(string name, DateTime day) => $"{name};VALUE=DATE:{Day(day)}";

    private static string Day(DateTime day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
