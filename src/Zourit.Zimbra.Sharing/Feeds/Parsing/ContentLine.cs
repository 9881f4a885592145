namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>An unfolded line of iCalendar: <c>NAME;PARAMETER=value:value</c>.</summary>
internal sealed class ContentLine
{
    private readonly string _text;
    private readonly int _nameEnd;
    private readonly int _colon;
    private Lazy<string?>? _timeZone;

    private ContentLine(string text, int nameEnd, int colon)
    {
        _text = text;
        _nameEnd = nameEnd;
        _colon = colon;
        Name = text[..nameEnd].ToUpperInvariant();
    }

    public string Name { get; }

    public string Value => _text[(_colon + 1)..];

    /// <summary>The time zone (<c>TZID</c>) of its times; looked for once, since a line may hold a hundred thousand of them.</summary>
    public string? TimeZone => (_timeZone ??= new Lazy<string?>(() => Parameter("TZID"), LazyThreadSafetyMode.None)).Value;

    public static ContentLine? TryParse(string text)
    {
        int nameEnd = text.AsSpan().IndexOfAny(';', ':');
        if (nameEnd <= 0)
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

    /// <summary>The value of a parameter, without quotes; null when the line has none of that name.</summary>
    public string? Parameter(string name)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_nameEnd, _colon - _nameEnd);
        while (rest.Length > 1)
        {
            rest = rest[1..];
            int end = EndOf(rest);
            ReadOnlySpan<char> parameter = rest[..end];
            rest = rest[end..];
            int equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter[(equals + 1)..].Trim('"').ToString();
            }
        }

        return null;
    }

    public override string ToString() => _text;

    private static int EndOf(ReadOnlySpan<char> parameters)
    {
        bool quoted = false;
        for (int at = 0; at < parameters.Length; at++)
        {
            quoted ^= parameters[at] == '"';
            if (parameters[at] == ';' && !quoted)
            {
                return at;
            }
        }

        return parameters.Length;
    }
}
