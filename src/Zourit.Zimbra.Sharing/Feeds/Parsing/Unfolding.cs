namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Joins folded lines: a line that begins with a space or tab continues the one before.</summary>
internal static class Unfolding
{
    /// <summary>Joins folded lines of bytes, since some programs fold in the middle of a letter; gives the new length.</summary>
    public static int InPlace(Span<byte> bytes)
    {
        int length = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            if (bytes[at..] is [(byte)'\n', (byte)' ' or (byte)'\t', ..])
            {
                length -= length > 0 && bytes[length - 1] == '\r' ? 1 : 0;
                at++;
                continue;
            }

            bytes[length++] = bytes[at];
        }

        return length;
    }

    public static IEnumerable<ContentLine> Lines(string component)
    {
        var line = new System.Text.StringBuilder();
        foreach (string raw in component.Split('\n'))
        {
            string text = raw.EndsWith('\r') ? raw[..^1] : raw;
            if (text is [' ' or '\t', ..])
            {
                line.Append(text, 1, text.Length - 1);
                continue;
            }

            if (ContentLine.TryParse(line.ToString()) is { } parsed)
            {
                yield return parsed;
            }

            line.Clear().Append(text);
        }

        if (ContentLine.TryParse(line.ToString()) is { } last)
        {
            yield return last;
        }
    }
}
