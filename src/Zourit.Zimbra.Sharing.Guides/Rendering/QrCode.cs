using System.Globalization;
using System.Text;
using ZXing;
using ZXing.QrCode.Internal;

namespace Zourit.Zimbra.Sharing.Guides.Rendering;

/// <summary>A QR code as an SVG element of its own.</summary>
internal static class QrCode
{
    // More makes modules too small for a telephone's camera on a printed page.
    private const int MaxBytes = 900;
    private const int QuietZone = 4;

    /// <summary>The code, or null if the text is too long for one that can be scanned.</summary>
    public static string? Svg(string text, string label)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return null;
        }

        Dictionary<EncodeHintType, object> hints = Ascii.IsValid(text) ? [] : new() { [EncodeHintType.CHARACTER_SET] = "UTF-8" };
        ByteMatrix modules = ZXing.QrCode.Internal.Encoder.encode(text, ErrorCorrectionLevel.M, hints).Matrix;
        int side = modules.Width + (2 * QuietZone);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg class="qr" role="img" aria-label="{Html.Encode(label)}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{Path(modules)}"/></svg>"""
        );
    }

    private static string Path(ByteMatrix modules)
    {
        var path = new StringBuilder();
        for (int y = 0; y < modules.Height; y++)
        {
            for (int x = 0; x < modules.Width; x++)
            {
                int start = x;
                while (x < modules.Width && modules[x, y] == 1)
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start + QuietZone} {y + QuietZone}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
