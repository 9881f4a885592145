using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Writes iCalendar content lines: CRLF, folded at 75 octets, values escaped.</summary>
internal sealed class IcsLines
{
    private readonly StringBuilder _text = new();

    public void Line(string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>A line neither escaped nor folded: so the server writes the calendar's name.</summary>
    public void Raw(string line) => _text.Append(line).Append("\r\n");

    public static string Escape(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    public override string ToString() => _text.ToString();
}
