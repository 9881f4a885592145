using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Zourit.Zimbra.Sharing.Guides.Rendering;

/// <summary>Escapes text for HTML content and quoted attributes, leaving letters of all languages readable.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);
}
