using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Writes accents apart from their letters (Unicode's form D), also in programs with <c>InvariantGlobalization</c>, where
/// <see cref="string.Normalize()"/> leaves everything beyond ASCII as it is: there for the letters of Europe's Latin alphabets.
/// </summary>
internal static class Accents
{
    private static readonly Dictionary<char, string> Decomposed = new(
        new (char Mark, string Letters, string Accented)[]
        {
            ('\u0300', "AaEeIiOoUu", "ÀàÈèÌìÒòÙù"),
            ('\u0301', "AaEeIiOoUuYyCcNnSsZzLlRr", "ÁáÉéÍíÓóÚúÝýĆćŃńŚśŹźĹĺŔŕ"),
            ('\u0302', "AaEeIiOoUuCcGgHhJjSsWwYy", "ÂâÊêÎîÔôÛûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
            ('\u0303', "AaNnOoIiUu", "ÃãÑñÕõĨĩŨũ"),
            ('\u0304', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
            ('\u0306', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
            ('\u0307', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
            ('\u0308', "AaEeIiOoUuYy", "ÄäËëÏïÖöÜüŸÿ"),
            ('\u030A', "AaUu", "ÅåŮů"),
            ('\u030B', "OoUu", "ŐőŰű"),
            ('\u030C', "CcDdEeNnRrSsTtZzLl", "ČčĎďĚěŇňŘřŠšŤťŽžĽľ"),
            ('\u0326', "SsTt", "ȘșȚț"),
            ('\u0327', "CcSsTtGKkLlNnRr", "ÇçŞşŢţĢĶķĻļŅņŖŗ"),
            ('\u0328', "AaEeIiUu", "ĄąĘęĮįŲų"),
        }.SelectMany(row => row.Accented.Zip(row.Letters, (accented, letter) => KeyValuePair.Create(accented, $"{letter}{row.Mark}")))
    );

    public static string Decompose(string text)
    {
        var apart = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            _ = Decomposed.TryGetValue(c, out string? letterAndMark) ? apart.Append(letterAndMark) : apart.Append(c);
        }

        return apart.ToString();
    }
}
