namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>A component of iCalendar text: its content lines and the components in it, in their order.</summary>
internal sealed class IcsComponent(string name)
{
    public string Name { get; } = name;

    public List<IcsProperty> Lines { get; } = [];

    public List<IcsComponent> Components { get; } = [];

    public IcsProperty? Line(string property) => Lines.Find(line => line.Name == property);

    public IEnumerable<IcsProperty> All(string property) => Lines.Where(line => line.Name == property);

    public IEnumerable<IcsComponent> Named(string component) => Components.Where(child => child.Name == component);

    /// <summary>Reads iCalendar text.</summary>
    /// <exception cref="FormatException">The text is no iCalendar.</exception>
    public static IcsComponent Parse(string text)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace("\n ", "", StringComparison.Ordinal)
            .Replace("\n\t", "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !lines[0].StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            string read = lines.Length == 0 ? "" : new string([.. lines[0].Trim().TakeWhile(char.IsLetterOrDigit)]);
            throw new FormatException($"Expected [BEGIN], read [{read}] at line 1");
        }

        var open = new Stack<IcsComponent>([new IcsComponent("")]);
        foreach (IcsProperty line in lines.Select(IcsProperty.Parse))
        {
            string value = line.Value.Trim().ToUpperInvariant();
            if (line.Name == "BEGIN")
            {
                var child = new IcsComponent(value);
                open.Peek().Components.Add(child);
                open.Push(child);
            }
            else if (line.Name != "END")
            {
                open.Peek().Lines.Add(line);
            }
            else if (open.Pop().Name != value)
            {
                throw new FormatException($"END:{value} does not end what is open");
            }
        }

        return open.Count == 1 ? open.Pop().Components[0] : throw new FormatException($"END:{open.Peek().Name} is missing");
    }
}
