namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Joins folded lines: a line that begins with a space or tab continues the one before.</summary>
internal static class Unfolding
{
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
