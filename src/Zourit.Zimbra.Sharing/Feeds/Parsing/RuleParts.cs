using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>The parts of a recurrence rule's text: <c>FREQ=WEEKLY;BYDAY=MO,TH</c>.</summary>
internal sealed class RuleParts
{
    // All days of a year take 1,400. Ical.Net takes seconds for lists of thousands.
    private const int LongestText = 4_000;

    private readonly Dictionary<string, string> _parts = new(StringComparer.OrdinalIgnoreCase);

    public RuleParts(string text)
    {
        if (text.Length > LongestText)
        {
            throw new FormatException($"a recurrence rule is {text.Length} characters long, which is refused; {LongestText} are allowed");
        }

        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !_parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new FormatException($"the recurrence rule '{text}' is malformed at '{part}'");
            }
        }
    }

    public string? this[string name] => _parts.GetValueOrDefault(name);

    public string Frequency => this["FREQ"]?.ToUpperInvariant() ?? throw new FormatException("a recurrence rule has no FREQ");

    public int Interval => Number("INTERVAL") ?? 1;

    public int? Count => Number("COUNT");

    public IReadOnlyList<string> List(string name) =>
        this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The rule with another UNTIL.</summary>
    public string WithUntil(string until) =>
        string.Join(
            ';',
            _parts.Select(part =>
                part.Key.Equals("UNTIL", StringComparison.OrdinalIgnoreCase) ? $"UNTIL={until}" : $"{part.Key}={part.Value}"
            )
        );

    private int? Number(string name) =>
        this[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new FormatException($"the recurrence rule's {name}={text} is no positive number");
}
