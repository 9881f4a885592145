using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Escapes a folder path the way the server writes it into addresses (docs/protocol.md §8.9), with two mends that the server reads alike:
/// <c>;</c> becomes <c>%3B</c> (raw, the servlet container cuts the path there), and characters outside the BMP keep their UTF-8 form (the
/// server's own turns them into <c>??</c>).
/// </summary>
internal static class PathEscaping
{
    private const string Escaped = " \"#%&+;<>?[\\]^`{|}";

    public static string Escape(string path)
    {
        var address = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in path.EnumerateRunes())
        {
            if (rune.Value < 0x7F && rune.Value >= ' ' && !Escaped.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                address.Append((char)rune.Value);
                continue;
            }

            foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                address.Append('%').Append(b.ToString("X2", null));
            }
        }

        return address.ToString();
    }
}
