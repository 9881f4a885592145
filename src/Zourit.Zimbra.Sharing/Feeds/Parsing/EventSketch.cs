using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Notes of an event going by what the index needs: whose it is, and between which wall times it can happen.</summary>
internal sealed class EventSketch
{
    // Longer than any offset from UTC, since zones are not looked at yet, and clocks may change in between.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(36);
    private const int LongestValue = 16 * 1024;

    private static readonly string[] Wanted = ["UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE"];

    private readonly StringBuilder _line = new();
    private string _uid = "";
    private (DateTime Wall, bool IsDate, bool IsUtc)? _start;
    private DateTime? _end;
    private TimeSpan? _duration;
    private DateTime? _until;
    private int _rules;
    private bool _isOpen;

    public void Line(ReadOnlySpan<byte> line)
    {
        if (line is [(byte)' ' or (byte)'\t', ..])
        {
            if (_line.Length > 0 && _line.Length < LongestValue)
            {
                _line.Append(Encoding.UTF8.GetString(line[1..]));
            }

            return;
        }

        Flush();
        foreach (string name in Wanted)
        {
            if (
                line.Length > name.Length
                && line[name.Length] is (byte)':' or (byte)';'
                && Ascii.EqualsIgnoreCase(line[..name.Length], name)
            )
            {
                _line.Append(Encoding.UTF8.GetString(line));
                return;
            }
        }
    }

    public IndexEntry ToEntry(long offset, int length)
    {
        Flush();
        (DateTime earliest, DateTime latest) = Span();
        return new IndexEntry(Key(offset), offset, length, earliest, latest);
    }

    // What is not understood here is kept in, to be judged when the event is read as a whole.
    private (DateTime Earliest, DateTime Latest) Span()
    {
        if (_isOpen || _start is not { } start)
        {
            return (DateTime.MinValue, DateTime.MaxValue);
        }

        DateTime end = _end ?? Observance.Shift(start.Wall, _duration ?? (start.IsDate ? TimeSpan.FromDays(1) : TimeSpan.Zero));
        DateTime latest =
            _rules == 0 ? end
            : _rules == 1 && _until is { } until ? Observance.Shift(until, end > start.Wall ? end - start.Wall : TimeSpan.Zero)
            : DateTime.MaxValue;
        return (Observance.Shift(start.Wall, -Slack), Observance.Shift(latest, Slack));
    }

    // Events without UID have nothing to do with one another.
    private UInt128 Key(long offset)
    {
        if (_uid.Length == 0)
        {
            return (UInt128)offset;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(_uid), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Flush()
    {
        if (_line.Length == 0)
        {
            return;
        }

        ContentLine? line = ContentLine.TryParse(_line.ToString());
        _line.Clear();
        switch (line?.Name)
        {
            case "UID":
                _uid = line.Value.Trim();
                break;
            case "DTSTART":
                _start = IcsTime.Read(line.Value);
                _isOpen |= _start is null;
                break;
            case "DTEND":
                _end = IcsTime.Read(line.Value)?.Wall;
                _isOpen |= _end is null;
                break;
            case "DURATION":
                _duration = Durations.TryParse(line.Value)?.ToTimeSpanUnspecified();
                _isOpen |= _duration is null;
                break;
            case "RRULE":
                _rules++;
                _until = Until(line.Value);
                break;
            case "RDATE":
                _isOpen = true;
                break;
        }
    }

    private static DateTime? Until(string rule)
    {
        int at = rule.IndexOf("UNTIL=", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && IcsTime.Read(rule.AsSpan(at + 6).ToString().Split(';')[0]) is { } until
            ? Observance.Shift(until.Wall, TimeSpan.FromDays(until.IsDate ? 1 : 0))
            : null;
    }
}
