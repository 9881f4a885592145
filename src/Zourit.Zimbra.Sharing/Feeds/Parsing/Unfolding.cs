namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Joins folded lines: a line that starts with a space or tab continues the one before.</summary>
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
                length = bytes[..length].TrimEnd((byte)'\r').Length;
                at++;
                continue;
            }

            bytes[length++] = bytes[at];
        }

        return length;
    }

    /// <summary>The lines of a component that can be read as lines.</summary>
    public static IEnumerable<ContentLine> Lines(string component) => Texts(component).Select(ContentLine.TryParse).OfType<ContentLine>();

    /// <summary>The texts of all lines that are not empty.</summary>
    public static IEnumerable<string> Texts(string component)
    {
        var line = new System.Text.StringBuilder();
        int start = 0;
        while (start <= component.Length)
        {
            // Not all at once: an event may be eight million line ends.
            int feed = component.IndexOf('\n', start);
            int next = feed < 0 ? component.Length : feed;
            int end = start + component.AsSpan(start..next).TrimEnd('\r').Length;
            if (start < end && component[start] is ' ' or '\t')
            {
                line.Append(component, start + 1, end - start - 1);
            }
            else
            {
                if (line.Length > 0)
                {
                    yield return line.ToString();
                }

                line.Clear().Append(component, start, end - start);
            }

            start = next + 1;
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
