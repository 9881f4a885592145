using System.Buffers;
using System.Text;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Reads a feed's bytes as they come in and notes what is where, without keeping them.</summary>
internal sealed class FeedIndexer : IDisposable
{
    private const int MostComponents = 500_000;
    private const int LargestEvent = 8 * 1024 * 1024;
    private const int MostZones = 1_000;
    private const int LargestZone = 16 * 1024;

    private readonly FeedIndex _index = new();
    private readonly ContentHash _hash = new();
    private readonly TimeProvider _time;
    private readonly LineReader _lines;
    private readonly ArrayBufferWriter<byte> _zone = new();
    private readonly EventIndexBuilder _event = new();
    private bool _isEvent;
    private string? _component;
    private string? _name;
    private long _start;
    private int _depth;
    private bool _hasStarted;
    private bool _hasEnded;

    public FeedIndexer(TimeProvider time)
    {
        _time = time;
        _lines = new LineReader(Line);
    }

    public void Append(ReadOnlySpan<byte> block)
    {
        long started = _time.GetTimestamp();
        _lines.Append(block);
        _index.Time += _time.GetElapsedTime(started);
    }

    /// <summary>The whole feed has gone by.</summary>
    /// <param name="isWhole">Whether HTTP says that all of it came: where it ends too early then, no network did that.</param>
    /// <exception cref="ZimbraProtocolException">It is no calendar, or one without an end.</exception>
    /// <exception cref="ZimbraConnectionException">It was cut.</exception>
    public FeedIndex Complete(bool isWhole)
    {
        _lines.Complete();
        if (!_hasStarted)
        {
            throw new ZimbraProtocolException(FeedFailureTexts.Empty);
        }

        if (!_hasEnded)
        {
            throw isWhole
                ? new ZimbraProtocolException(FeedFailureTexts.Shortened)
                : new ZimbraConnectionException(FeedFailureTexts.Cut) { IsTransient = true };
        }

        _index.Name ??= _name;
        _index.Hash = _hash.ToString();
        return _index;
    }

    public void Dispose() => _hash.Dispose();

    private void Line(ReadOnlySpan<byte> line, long start, long end)
    {
        if (!_hasStarted)
        {
            Begin(line);
            return;
        }

        ReadOnlySpan<byte> opening = After(line, "BEGIN:"u8),
            closing = opening.Length > 0 ? [] : After(line, "END:"u8);

        // These never lie within one another: what was open has lost its end.
        if ((opening.Length > 0 && IsTopLevel(opening)) || (closing.Length > 0 && Is(closing, "VCALENDAR"u8)))
        {
            CloseComponent(start);
        }

        if (_component is not null)
        {
            Take(line, opening, closing, end);
        }
        else if (opening.Length > 0 && !Is(opening, "VCALENDAR"u8))
        {
            OpenComponent(opening, start);
            _hash.Line(line);
        }
        else if (opening.Length > 0 || closing.Length > 0)
        {
            // Several calendars one after another, as some imports write them.
            _hasEnded = Is(closing, "VCALENDAR"u8);
        }
        else
        {
            Header(line);
        }
    }

    private void Take(ReadOnlySpan<byte> line, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing, long end)
    {
        _hash.Line(line);
        if (opening.Length > 0)
        {
            _depth++;
        }
        else if (closing.Length > 0 && Ascii.EqualsIgnoreCase(closing.Trim((byte)' '), _component!))
        {
            CloseComponent(end);
        }
        else if (closing.Length > 0)
        {
            _depth = Math.Max(_depth - 1, 1);
        }
        else if (_isEvent && _depth == 1)
        {
            _event.Line(line);
        }

        if (!_isEvent && _component == "VTIMEZONE" && _zone.WrittenCount < LargestZone)
        {
            _zone.Write(line);
            _zone.Write("\n"u8);
        }
    }

    private void Begin(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        if (text.Trim((byte)' ').IsEmpty)
        {
            return;
        }

        _hasStarted = Is(After(text, "BEGIN:"u8), "VCALENDAR"u8)
            ? true
            : throw new ZimbraProtocolException(
                text.TrimStart((byte)' ') is [(byte)'<', ..] ? FeedFailureTexts.WebPage : FeedFailureTexts.NoCalendar
            );
    }

    private void OpenComponent(ReadOnlySpan<byte> name, long start)
    {
        _component = Encoding.UTF8.GetString(name.Trim((byte)' ')).ToUpperInvariant();
        _start = start;
        _depth = 1;
        _isEvent = _component == "VEVENT";
        _zone.ResetWrittenCount();
    }

    private void CloseComponent(long end)
    {
        if (_component is null)
        {
            return;
        }

        _hash.EndComponent();
        switch (_component)
        {
            case "VEVENT" when end - _start > LargestEvent:
                _event.ToEntry(_start, 0);
                _index.Problems.Add(new FeedProblem { Message = ProblemTexts.EventTooLarge(end - _start, LargestEvent) });
                break;
            case "VEVENT":
                _index.Events.Add(_event.ToEntry(_start, (int)(end - _start)));
                break;
            case "VTODO":
                _index.Tasks++;
                break;
            case "VTIMEZONE" when _zone.WrittenCount >= LargestZone:
                _index.Problems.Add(new FeedProblem { Message = ProblemTexts.ZoneTooLarge(LargestZone) });
                break;
            case "VTIMEZONE":
                byte[] bytes = _zone.WrittenSpan.ToArray();
                string zone = Encoding.UTF8.GetString(bytes.AsSpan(0, Unfolding.InPlace(bytes)));
                if (ZoneDefinition.Value(zone, "TZID") is { } name)
                {
                    // Some programs quote or escape the name as they do in a parameter, others only there.
                    string bare = name is ['"', .., '"'] ? name[1..^1] : name;
                    _index.Zones.TryAdd(IcsText.Unescape(bare), zone);
                    _index.Zones.TryAdd(bare, zone);
                }

                break;
        }

        (_component, _isEvent) = (null, false);
        if (_index.Events.Count > MostComponents || _index.Zones.Count > MostZones)
        {
            throw new ZimbraProtocolException(FeedFailureTexts.TooMany(MostComponents, MostZones));
        }
    }

    private void Header(ReadOnlySpan<byte> line)
    {
        // The server writes the name raw, neither escaped nor folded (docs/protocol.md §8.7).
        if (After(line, "X-WR-CALNAME:"u8) is { Length: > 0 } name)
        {
            _index.Name ??= Encoding.UTF8.GetString(name);
            HashAlone(line);
        }
        else if (After(line, "X-WR-CALID:"u8) is { Length: > 0 } id)
        {
            _index.Id ??= Encoding.UTF8.GetString(id).Trim();
            HashAlone(line);
        }
        else if (After(line, "NAME:"u8) is { Length: > 0 } text)
        {
            // RFC 7986 §5.1.
            _name ??= IcsText.Unescape(Encoding.UTF8.GetString(text));
            HashAlone(line);
        }
    }

    private void HashAlone(ReadOnlySpan<byte> line)
    {
        _hash.Line(line);
        _hash.EndComponent();
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix) =>
        line.Length >= prefix.Length && (line[0] | 0x20) == (prefix[0] | 0x20) && Ascii.EqualsIgnoreCase(line[..prefix.Length], prefix)
            ? line[prefix.Length..]
            : [];

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(name.Trim((byte)' '), other);

    private static bool IsTopLevel(ReadOnlySpan<byte> name) =>
        Is(name, "VEVENT"u8) || Is(name, "VTODO"u8) || Is(name, "VJOURNAL"u8) || Is(name, "VFREEBUSY"u8) || Is(name, "VTIMEZONE"u8);
}
