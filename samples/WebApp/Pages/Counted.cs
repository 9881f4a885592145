using System.Globalization;

namespace WebApp.Pages;

/// <summary>Sentences with something in them.</summary>
internal static class Counted
{
    /// <summary>The sentence with its <c>{0}</c> and so on replaced.</summary>
    public static string With(this string sentence, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, sentence, values);

    /// <summary>So many shares. In French none is singular, too.</summary>
    public static string Shares(this Words words, int count) =>
        count == 1 || (count == 0 && words == Words.French)
            ? words.OneShare.Replace("1", $"{count}", StringComparison.Ordinal)
            : words.ManyShares.With(count);
}
