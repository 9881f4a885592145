using System.Security.Cryptography;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.SignUp;

/// <summary>The HMAC of preauth: the key's hexadecimal characters themselves are the key (protocol.md §2.4).</summary>
internal static class PreauthKey
{
    public static bool Matches(string key, string text, string hmac)
    {
#pragma warning disable CA5350 // SHA-1 is the protocol's choice.
        string computed = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
        return string.Equals(computed, hmac, StringComparison.OrdinalIgnoreCase);
    }
}
