using System.Text;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Reads a feed's bytes as they come in and notes what stands where, without keeping them.</summary>
internal sealed class FeedIndexer : IDisposable
{
    private const int MostComponents = 500_000;
    private const int LargestEvent = 8 * 1024 * 1024;
    private const int MostZones = 1_000;
    private const int LargestZone = 16 * 1024;

    private readonly FeedIndex _index = new();
    private readonly ContentHash _hash = new();
    private readonly LineReader _lines;
    private readonly StringBuilder _zone = new();
    private EventSketch? _event;
    private string? _component;
    private long _start;
    private int _depth;
    private bool _begun;
    private bool _ended;

    public FeedIndexer() => _lines = new LineReader(Line);

    public void Append(ReadOnlySpan<byte> block) => _lines.Append(block);

    /// <summary>The whole feed has gone by.</summary>
    /// <exception cref="ZimbraProtocolException">It is no calendar.</exception>
    /// <exception cref="ZimbraConnectionException">It was cut.</exception>
    public FeedIndex Complete()
    {
        _lines.Complete();
        if (!_begun)
        {
            throw new ZimbraProtocolException("The answer is empty instead of a calendar. Is the address a Zimbra server's?");
        }

        if (!_ended)
        {
            throw new ZimbraConnectionException(
                "The feed ends in the middle: the connection was cut, or something between here and the " + "server shortens it."
            )
            {
                IsTransient = true,
            };
        }

        _index.Hash = _hash.ToString();
        return _index;
    }

    public void Dispose() => _hash.Dispose();

    private void Line(ReadOnlySpan<byte> line, long start, long end)
    {
        if (!_begun)
        {
            Begin(line);
            return;
        }

        bool isBegin = Starts(line, "BEGIN:"u8),
            isEnd = Starts(line, "END:"u8);
        if (isBegin && _depth++ == 0)
        {
            OpenComponent(line, start);
        }

        if (_component is not null)
        {
            _hash.Line(line);
            Note(line);
        }
        else if (isEnd)
        {
            _ended = true;
        }
        else if (isBegin)
        {
            // Several calendars one after another, as some imports write them.
            (_depth, _ended) = (0, false);
        }
        else
        {
            Header(line);
        }

        if (isEnd && _component is not null && --_depth == 0)
        {
            CloseComponent(end);
        }
    }

    private void Begin(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        if (text.Trim((byte)' ').IsEmpty)
        {
            return;
        }

        _begun = Starts(text, "BEGIN:VCALENDAR"u8)
            ? true
            : throw new ZimbraProtocolException(
                text.TrimStart((byte)' ') is [(byte)'<', ..]
                    ? "The answer is a web page or XML instead of a calendar. Something before the Zimbra server answered, or the address "
                        + "is "
                        + "not Zimbra's."
                    : "The answer is no iCalendar: it does not begin with BEGIN:VCALENDAR."
            );
    }

    private void OpenComponent(ReadOnlySpan<byte> line, long start)
    {
        string name = Encoding.UTF8.GetString(line["BEGIN:".Length..]).Trim().ToUpperInvariant();
        if (name == "VCALENDAR")
        {
            return;
        }

        _component = name;
        _start = start;
        _event = name == "VEVENT" ? new EventSketch() : null;
        _zone.Clear();
    }

    private void Note(ReadOnlySpan<byte> line)
    {
        if (_event is not null && _depth == 1)
        {
            _event.Line(line);
        }
        else if (_component == "VTIMEZONE" && _zone.Length < LargestZone)
        {
            _zone.Append(Encoding.UTF8.GetString(line)).Append('\n');
        }
    }

    private void CloseComponent(long end)
    {
        _hash.EndComponent();
        switch (_component)
        {
            case "VEVENT" when end - _start > LargestEvent:
                _index.Problems.Add(
                    new FeedProblem(null, $"An event of {end - _start} bytes was left out: more than {LargestEvent} are " + $"not read.")
                );
                break;
            case "VEVENT":
                _index.Events.Add(_event!.ToEntry(_start, (int)(end - _start)));
                break;
            case "VTODO":
                _index.Tasks++;
                break;
            case "VTIMEZONE" when _zone.Length >= LargestZone:
                _index.Problems.Add(
                    new FeedProblem(
                        null,
                        $"The definition of a time zone was left out: more than {LargestZone} " + $"characters are not read."
                    )
                );
                break;
            case "VTIMEZONE":
                string zone = _zone.ToString();
                if (Unfolding.Lines(zone).FirstOrDefault(property => property.Name == "TZID") is { } name)
                {
                    _index.Zones.TryAdd(name.Value.Trim().Trim('"'), zone);
                }

                break;
        }

        (_component, _event) = (null, null);
        if (_index.Events.Count > MostComponents || _index.Zones.Count > MostZones)
        {
            throw new ZimbraProtocolException(
                $"The feed holds more than {MostComponents} events or {MostZones} time zones. Ask for a " + $"window."
            );
        }
    }

    private void Header(ReadOnlySpan<byte> line)
    {
        // The server writes the name raw, neither escaped nor folded (protocol.md §8.7).
        if (Starts(line, "X-WR-CALNAME:"u8))
        {
            _index.Name ??= Encoding.UTF8.GetString(line["X-WR-CALNAME:".Length..]);
            HashAlone(line);
        }
        else if (Starts(line, "X-WR-CALID:"u8))
        {
            _index.Id ??= Encoding.UTF8.GetString(line["X-WR-CALID:".Length..]).Trim();
            HashAlone(line);
        }
    }

    private void HashAlone(ReadOnlySpan<byte> line)
    {
        _hash.Line(line);
        _hash.EndComponent();
    }

    private static bool Starts(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix) =>
        line.Length >= prefix.Length && Ascii.EqualsIgnoreCase(line[..prefix.Length], prefix);
}
