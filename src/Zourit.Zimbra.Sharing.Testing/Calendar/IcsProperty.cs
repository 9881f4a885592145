namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>A content line of iCalendar: name, parameters, value as it came.</summary>
internal sealed record IcsProperty(string Name, IReadOnlyDictionary<string, string> Parameters, string Value, string Raw)
{
    /// <summary>The value of a property whose type is TEXT.</summary>
    public string Text
    {
        get
        {
            var text = new System.Text.StringBuilder(Value.Length);
            for (int at = 0; at < Value.Length; at++)
            {
                bool escaped = Value[at] == '\\' && at + 1 < Value.Length;
                text.Append(
                    escaped
                        ? Value[++at] switch
                        {
                            'n' or 'N' => '\n',
                            var other => other,
                        }
                        : Value[at]
                );
            }

            return text.ToString();
        }
    }

    public static IcsProperty Parse(string line)
    {
        List<string> parts = [];
        bool quoted = false;
        int start = 0;
        for (int at = 0; at < line.Length; at++)
        {
            char c = line[at];
            quoted ^= c == '"';
            if (quoted || c is not (';' or ':'))
            {
                continue;
            }

            parts.Add(line[start..at]);
            start = at + 1;
            if (c == ':')
            {
                break;
            }
        }

        if (parts.Count == 0 || parts[0].Length == 0 || line[start - 1] != ':')
        {
            throw new FormatException($"Not a content line: {line}");
        }

        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] parameter in parts.Skip(1).Select(part => part.Split('=', 2)))
        {
            parameters[parameter[0]] = parameter[^1].Trim('"');
        }

        return new IcsProperty(parts[0].ToUpperInvariant(), parameters, line[start..], line);
    }
}
