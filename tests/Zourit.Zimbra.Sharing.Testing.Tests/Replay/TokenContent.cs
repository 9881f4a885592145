using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// The fields inside a Zimbra token: <c>version_hmac_hex</c>, the last part being <c>name=length:value;</c> in hex digits.
/// </summary>
internal static class TokenContent
{
    public static SortedDictionary<string, string> Read(string token)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var hex = token[(token.LastIndexOf('_') + 1)..];
        if (hex.Length % 2 != 0)
            return fields;
        var text = Encoding.UTF8.GetString(Convert.FromHexString(hex));
        var at = 0;
        while (at < text.Length)
        {
            var equals = text.IndexOf('=', at);
            var colon = equals < 0 ? -1 : text.IndexOf(':', equals);
            if (colon < 0 || !int.TryParse(text.AsSpan(equals + 1, colon - equals - 1), out var length) || colon + 1 + length > text.Length)
                break;
            fields[text[at..equals]] = text.Substring(colon + 1, length);
            at = colon + length + 2;
        }
        return fields;
    }
}
