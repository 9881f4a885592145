using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>One HTTP message of a recording: its first line, its headers in the order received, its body byte for byte.</summary>
internal sealed record RecordedMessage(string StartLine, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string Method => StartLine.Split(' ')[0];

    public string Target => StartLine.Split(' ')[1];

    public int Status => int.Parse(StartLine.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name)
    {
        var values = All(name);
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    public IReadOnlyList<string> All(string name) =>
        [.. Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
