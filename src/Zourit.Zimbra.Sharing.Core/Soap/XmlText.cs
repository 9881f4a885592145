using System.Xml;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// What XML 1.0 can carry. WCF would write the rest as references, for which the server's parser rejects the whole request.
/// </summary>
internal static class XmlText
{
    /// <summary>
    /// What is wrong with a text; null when nothing is. The text may be a password: only the character and its place are named.
    /// </summary>
    public static LocalizedText? Problem(string text)
    {
        // From the space to the last character before the surrogates XML can carry all: nearly every text ends the search here.
        int first = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF');
        for (int i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            return LocalizedText.Format(
                $"holds the character U+{(int)text[i]:X4} at position {i}, which XML cannot carry. Remove it.",
                $"contient à la position {i} le caractère U+{(int)text[i]:X4}, que XML ne peut porter. Enlevez-le."
            );
        }

        return null;
    }
}
