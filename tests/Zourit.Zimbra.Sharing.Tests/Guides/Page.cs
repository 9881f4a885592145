using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

/// <summary>Reads a guide's page as a program would.</summary>
internal static partial class Page
{
    // The page is written so that it is XML but for the doctype and the void meta elements.
    public static XElement Read(string html) =>
        XElement.Parse(VoidElements().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<meta$1/>"));

    /// <summary>What the page's QR code says.</summary>
    public static string? QrText(string html)
    {
        XElement svg = Read(html).Descendants("svg").Single();
        int side = int.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        const int Scale = 4;
        var pixels = new byte[side * Scale * side * Scale];
        Array.Fill(pixels, byte.MaxValue);
        foreach (Match run in Runs().Matches(svg.Elements().Last().Attribute("d")!.Value))
        {
            int x = Number(run, 1),
                y = Number(run, 2),
                width = Number(run, 3);
            for (int row = y * Scale; row < (y + 1) * Scale; row++)
            {
                Array.Clear(pixels, (row * side * Scale) + (x * Scale), width * Scale);
            }
        }

        var image = new BinaryBitmap(
            new HybridBinarizer(new RGBLuminanceSource(pixels, side * Scale, side * Scale, RGBLuminanceSource.BitmapFormat.Gray8))
        );

        // Looked for as in a photograph, one code in ten thousand is not found in pixels that are drawn so evenly.
        var drawn = new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true };
        return new QRCodeReader().decode(image, drawn)?.Text;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<meta([^>]*)>")]
    private static partial Regex VoidElements();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Runs();
}
