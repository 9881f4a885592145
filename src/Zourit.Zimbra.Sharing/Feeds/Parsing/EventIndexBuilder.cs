using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Notes of one event after the other going by what the index needs: whose it is, and between which wall times it can happen.
/// </summary>
internal sealed class EventIndexBuilder
{
    // Longer than any offset from UTC, since zones are not looked at yet, and clocks may change in between.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(36);
    private const int LongestValue = 16 * 1024;

    // In the order of the cases in Take.
    private static readonly byte[][] Wanted =
    [
        [.. "UID"u8],
        [.. "DTSTART"u8],
        [.. "DTEND"u8],
        [.. "DURATION"u8],
        [.. "RRULE"u8],
        [.. "RDATE"u8],
        [.. "RECURRENCE-ID"u8],
    ];

    private readonly ArrayBufferWriter<byte> _line = new(256);
    private int _name = -1;
    private byte[] _uid = [];
    private (DateTime Wall, bool IsDate, bool IsUtc)? _start;
    private DateTime? _end;
    private TimeSpan? _duration;
    private DateTime? _until;
    private int _rules;
    private bool _isOpen;
    private bool _addsDates;

    public void Line(ReadOnlySpan<byte> line)
    {
        if (line is [(byte)' ' or (byte)'\t', ..])
        {
            if (_name >= 0 && _line.WrittenCount < LongestValue)
            {
                _line.Write(line[1..]);
            }

            return;
        }

        Flush();
        for (int name = 0; name < Wanted.Length && line.Length > 0 && (line[0] | 0x20) is 'u' or 'd' or 'r'; name++)
        {
            int length = Wanted[name].Length;
            if (line.Length > length && line[length] is (byte)':' or (byte)';' && Ascii.EqualsIgnoreCase(line[..length], Wanted[name]))
            {
                _name = name;
                _line.Write(line[length..]);
                return;
            }
        }
    }

    /// <summary>The event is complete; the next one follows.</summary>
    public IndexEntry ToEntry(long offset, int length)
    {
        Flush();
        (DateTime earliest, DateTime latest) = Span();
        var entry = new IndexEntry
        {
            Key = Key(offset),
            Offset = offset,
            Length = length,
            Earliest = earliest,
            Latest = latest,
            Recurs = _rules > 0 || _addsDates,
        };
        _uid = [];
        (_start, _end, _duration, _until, _rules, _isOpen, _addsDates) = (null, null, null, null, 0, false, false);
        return entry;
    }

    // What is not understood here is kept in, to be judged when the event is read as a whole.
    private (DateTime Earliest, DateTime Latest) Span()
    {
        if (_isOpen || _addsDates || _start is not { } start)
        {
            return (DateTime.MinValue, DateTime.MaxValue);
        }

        DateTime end = Later(
            Observance.Shift(start.Wall, start.IsDate ? TimeSpan.FromDays(1) : TimeSpan.Zero),
            _end ?? Observance.Shift(start.Wall, _duration ?? TimeSpan.Zero)
        );

        // The start is an occurrence even if the rule ends before it.
        DateTime latest =
            _rules == 0 ? end
            : _rules == 1 && _until is { } until ? Later(end, Observance.Shift(until, end - start.Wall))
            : DateTime.MaxValue;
        return (Observance.Shift(start.Wall, -Slack), Observance.Shift(latest, Slack));
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    // Events without UID have nothing to do with one another.
    private UInt128 Key(long offset)
    {
        if (_uid.Length == 0)
        {
            return (UInt128)offset;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_uid, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Flush()
    {
        if (_name < 0)
        {
            return;
        }

        // A colon within quotes belongs to a parameter.
        ReadOnlySpan<byte> line = _line.WrittenSpan;
        bool quoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            quoted ^= line[at] == '"';
            if (line[at] == ':' && !quoted)
            {
                Take(line[..at], line[(at + 1)..]);
                break;
            }
        }

        _line.ResetWrittenCount();
        _name = -1;
    }

    private void Take(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = stackalloc char[64];
        ReadOnlySpan<char> value =
            bytes.Length <= letters.Length ? letters[..Encoding.UTF8.GetChars(bytes, letters)] : Encoding.UTF8.GetString(bytes);
        switch (_name)
        {
            case 0 when _uid.Length == 0:
                _uid = Encoding.UTF8.GetBytes(IcsText.Unescape(value.Trim().ToString()));
                break;
            case 1:
                _isOpen |= _start is not null;
                _start = IcsTime.Read(value);
                _isOpen |= _start is null;
                break;
            case 2:
                _isOpen |= _end is not null;
                _end = IcsTime.Read(value)?.Wall;
                break;
            case 3:
                _isOpen |= _duration is not null;
                _duration = IcsDuration.TryParse(value)?.Length;
                break;
            case 4:
                _rules++;
                _until = Until(value);
                break;
            case 5:
                _addsDates = true;
                break;
            case 6:
                // A change of all later instances.
                _isOpen |=
                    parameters.IndexOf((byte)'=') >= 0
                    && Encoding.UTF8.GetString(parameters).Contains("RANGE", StringComparison.OrdinalIgnoreCase);
                break;
        }
    }

    private static DateTime? Until(ReadOnlySpan<char> rule)
    {
        foreach (Range part in rule.Split(';'))
        {
            ReadOnlySpan<char> text = rule[part].Trim();
            if (text.StartsWith("UNTIL=", StringComparison.OrdinalIgnoreCase))
            {
                return IcsTime.Read(text[6..]) is (var wall, var isDate, _)
                    ? Observance.Shift(wall, TimeSpan.FromDays(isDate ? 1 : 0))
                    : null;
            }
        }

        return null;
    }
}
