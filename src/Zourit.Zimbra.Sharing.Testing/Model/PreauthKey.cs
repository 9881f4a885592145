using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The HMAC of preauth: the key's hexadecimal characters themselves are the key (docs/protocol.md §2.4).</summary>
internal static class PreauthKey
{
    private const long ClockTolerance = 300_000;

    /// <summary>Whether a timestamp lies within five minutes of the server's clock.</summary>
    public static bool IsFresh(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long time)
        && Math.Abs(time - now.ToUnixTimeMilliseconds()) <= ClockTolerance;

    /// <summary>
    /// How long the token lives: until the moment given, which may be past, or as long as any for 0. False for what is no number.
    /// </summary>
    public static bool TryLifetime(ZimbraDirectory directory, Account account, string expires, out TimeSpan lifetime)
    {
        lifetime = TimeSpan.FromMilliseconds(Duration.Milliseconds(directory.Attribute(account, "zimbraAuthTokenLifetime")));
        if (!long.TryParse(expires, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long end))
        {
            return false;
        }

        lifetime = end == 0 ? lifetime : DateTimeOffset.FromUnixTimeMilliseconds(end) - directory.Now;
        return true;
    }

    public static bool Matches(string key, string text, string hmac)
    {
#pragma warning disable CA5350 // SHA-1 is the protocol's choice.
        string computed = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
        return string.Equals(computed, hmac, StringComparison.OrdinalIgnoreCase);
    }
}
