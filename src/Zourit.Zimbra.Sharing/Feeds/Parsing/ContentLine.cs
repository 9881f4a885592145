using System.Buffers;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>An unfolded line of iCalendar: <c>NAME;PARAMETER=value:value</c>.</summary>
internal sealed class ContentLine
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./"
    );

    private readonly string _text;
    private readonly int _nameEnd;
    private readonly int _colon;

    private ContentLine(string text, int nameEnd, int colon)
    {
        _text = text;
        _nameEnd = nameEnd;
        _colon = colon;
        Name = text[..nameEnd].ToUpperInvariant();
    }

    public string Name { get; }

    /// <summary>The value as it is written, escapes included.</summary>
    public string Value => _text[(_colon + 1)..];

    /// <summary>Why the line cannot be read as a whole; null when it can. Its value may be readable all the same.</summary>
    public LocalizedText? Fault
    {
        get
        {
            if (IcsText.HasControls(_text))
            {
                return UnreadableTexts.ControlCharacter;
            }

            foreach (Range part in Parameters())
            {
                ReadOnlySpan<char> parameter = _text.AsSpan(part);
                int equals = parameter.IndexOf('=');
                if (equals <= 0)
                {
                    return UnreadableTexts.NoValue(parameter.ToString());
                }

                if (!IsQuotedRight(parameter[(equals + 1)..]))
                {
                    return UnreadableTexts.Quotes(parameter[..equals].ToString());
                }
            }

            return null;
        }
    }

    public static ContentLine? TryParse(string text)
    {
        int nameEnd = text.AsSpan().IndexOfAny(';', ':');
        if (nameEnd <= 0 || text.AsSpan(0, nameEnd).ContainsAnyExcept(NameLetters))
        {
            return null;
        }

        // A colon within quotes belongs to a parameter: TZID="(GMT+01:00) Paris".
        bool quoted = false;
        for (int at = nameEnd; at < text.Length; at++)
        {
            quoted ^= text[at] == '"';
            if (text[at] == ':' && !quoted)
            {
                return new ContentLine(text, nameEnd, at);
            }
        }

        return null;
    }

    /// <summary>
    /// The value of a parameter, without quotes, and with the signs that RFC 6868 writes as <c>^n</c>, <c>^'</c> and <c>^^</c>; null when
    /// the line has none of that name.
    /// </summary>
    public string? Parameter(string name)
    {
        foreach (Range part in Parameters())
        {
            ReadOnlySpan<char> parameter = _text.AsSpan(part);
            int equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                string value = parameter[(equals + 1)..].Trim('"').ToString();
                return value.Contains('^', StringComparison.Ordinal) ? Decoded(value) : value;
            }
        }

        return null;
    }

    public override string ToString() => _text;

    private static string Decoded(string value)
    {
        var plain = new System.Text.StringBuilder(value.Length);
        for (int at = 0; at < value.Length; at++)
        {
            char meant = value[at] == '^' && at + 1 < value.Length ? Meant(value[at + 1]) : '\0';
            plain.Append(meant == '\0' ? value[at] : meant);
            at += meant == '\0' ? 0 : 1;
        }

        return plain.ToString();

        static char Meant(char letter) =>
            letter switch
            {
                'n' => '\n',
                '\'' => '"',
                '^' => '^',
                _ => '\0',
            };
    }

    private IEnumerable<Range> Parameters()
    {
        int start = _nameEnd + 1;
        bool quoted = false;
        for (int at = start; at <= _colon; at++)
        {
            quoted ^= _text[at] == '"';
            if (at == _colon || (_text[at] == ';' && !quoted))
            {
                if (at > start)
                {
                    yield return start..at;
                }

                start = at + 1;
            }
        }
    }

    // Values are separated by commas; a quoted one holds no quotes, and one with quotes is quoted from end to end.
    private static bool IsQuotedRight(ReadOnlySpan<char> values)
    {
        while (values.Length > 0)
        {
            int end;
            if (values[0] == '"')
            {
                end = values[1..].IndexOf('"') + 2;
                if (end < 2 || (end < values.Length && values[end] != ','))
                {
                    return false;
                }
            }
            else
            {
                end = values.IndexOf(',');
                end = end < 0 ? values.Length : end;
                if (values[..end].Contains('"'))
                {
                    return false;
                }
            }

            values = end < values.Length ? values[(end + 1)..] : [];
        }

        return true;
    }
}
