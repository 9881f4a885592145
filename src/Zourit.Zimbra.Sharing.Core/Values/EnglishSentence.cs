using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>An interpolated sentence in English: a value that is a <see cref="LocalizedText"/> comes in English too.</summary>
[InterpolatedStringHandler]
internal readonly struct EnglishSentence(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value, string? format = null) =>
        _text.Append(value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    public override string ToString() => _text.ToString();
}
