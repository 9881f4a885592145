using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>
/// Proof of knowing a domain's preauth key (<c>zimbraPreAuthKey</c>), good for one login within five minutes of the server's clock.
/// </summary>
public sealed record PreauthValue
{
    /// <summary>When it was computed (<c>timestamp</c>, milliseconds UTC).</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>When the token it yields shall end (<c>expires</c>); null for the server's default lifetime.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>The HMAC-SHA1 as lower-case hexadecimal.</summary>
    public required Secret Value { get; init; }

    /// <summary>Computes the value for an account (docs/protocol.md §2.4).</summary>
    /// <param name="account">Who logs in, spelled exactly as it will be sent.</param>
    /// <param name="domainKey">The domain's key, 64 hexadecimal digits. Its characters are the HMAC key; it is not decoded.</param>
    /// <param name="timestamp">Now, within five minutes of the server's clock.</param>
    /// <param name="options">When the token shall end and whose it is; null for a user's of the server's default lifetime.</param>
    public static PreauthValue Compute(AccountSelector account, Secret domainKey, DateTimeOffset timestamp, PreauthOptions? options = null)
    {
        Argument.NotNull(account);
        PreauthOptions chosen = options ?? new PreauthOptions();

        // Values in the order of their parameters' names: account, admin, by, expires, timestamp.
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{account.Value}|{(chosen.IsAdministrator ? "1|" : "")}{account.Kind}|{chosen.Expiry?.ToUnixTimeMilliseconds() ?? 0}|"
                + $"{timestamp.ToUnixTimeMilliseconds()}"
        );
#pragma warning disable CA5350 // SHA-1 is the protocol's choice.
        byte[] hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(domainKey.Reveal()), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
        return new PreauthValue
        {
            Timestamp = timestamp,
            Expiry = chosen.Expiry,
            Value = new Secret(Convert.ToHexStringLower(hash)),
        };
    }

    internal void Write(RequestWriter writer)
    {
        using (writer.Open("preauth"))
        {
            writer.Attribute("timestamp", Timestamp);
            writer.Attribute("expires", Expiry?.ToUnixTimeMilliseconds() ?? 0L);
            writer.Text("preauth", Value);
        }
    }
}
