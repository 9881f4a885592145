using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>Sentences for people in English and French.</summary>
internal static class Sentence
{
    private const string French = "fr";

    /// <summary>A sentence with values in it; one that is a localized text itself comes in the language of the sentence.</summary>
    public static LocalizedText Of(EnglishText english, FrenchText french) =>
        new LocalizedText(english.ToString()).With(French, french.ToString());

    [InterpolatedStringHandler]
    internal readonly struct EnglishText(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted<T>(T value) =>
            _text.Append(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());

        public override string ToString() => _text.ToString();
    }

    /// <summary>Sets what is not a value as printers do: no line ends inside « » or before : ; ! and ?.</summary>
    [InterpolatedStringHandler]
    internal readonly struct FrenchText(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string text) =>
            _text.Append(
                text.Replace('\'', '’')
                    .Replace("« ", "«\u00A0", StringComparison.Ordinal)
                    .Replace(" »", "\u00A0»", StringComparison.Ordinal)
                    .Replace(" :", "\u00A0:", StringComparison.Ordinal)
                    .Replace(" ;", "\u202F;", StringComparison.Ordinal)
                    .Replace(" ?", "\u202F?", StringComparison.Ordinal)
            );

        public void AppendFormatted<T>(T value) =>
            _text.Append(
                value switch
                {
                    LocalizedText text => text.InLanguage(French),
                    IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                    _ => value?.ToString(),
                }
            );

        public override string ToString() => _text.ToString();
    }
}
