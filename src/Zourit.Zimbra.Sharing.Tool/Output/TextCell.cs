using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>Writes a field for people. Control characters from a server are escaped: they do not steer the terminal.</summary>
internal static class TextCell
{
    public static string Of<T>(Column<T> column, T item, string language) =>
        column.Value(item) switch
        {
            null when column.Absent is { } absent => absent.InLanguage(language),
            var value => Of(value, column.Kind, language),
        };

    private static string Of(object? value, ColumnKind kind, string language) =>
        value switch
        {
            null => "",
            bool truth => (truth ? Labels.Yes : Labels.No).InLanguage(language),
            long number => number.ToString(CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            LocalizedText text => Shown(text.SaidIn(language)),
            Array items => string.Join("; ", items.Cast<object?>().Select(item => Of(item, kind, language))),
            _ when kind is ColumnKind.Word or ColumnKind.Named => WordTexts.Of(value.ToString()!, language),
            _ => Excerpt.OneLine(value.ToString()!),
        };

    // Sentences quote what is foreign themselves; French spaces are no control characters.
    private static string Shown(string text) => Excerpt.OneLine(text.ReplaceLineEndings(" "));
}
