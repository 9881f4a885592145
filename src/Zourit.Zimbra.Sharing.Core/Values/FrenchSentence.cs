using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// An interpolated sentence in French, set as printers do, but for its values; one that is a <see cref="LocalizedText"/> comes in French.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct FrenchSentence(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string text) => _text.Append(FrenchTypography.Set(text));

    public void AppendFormatted<T>(T value, string? format = null) =>
        _text.Append(
            value switch
            {
                LocalizedText text => text.InLanguage(Language.French),
                IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
                _ => value?.ToString(),
            }
        );

    public override string ToString() => _text.ToString();
}
