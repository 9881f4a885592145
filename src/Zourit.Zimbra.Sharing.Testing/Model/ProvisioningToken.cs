using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// The token of a personal link: <c>VERSION_HMAC_DATA</c> (docs/protocol.md §5.4). Its key is decoded from hexadecimal, unlike preauth
/// keys.
/// </summary>
internal sealed partial record ProvisioningToken(string OwnerId, int FolderId, string Email)
{
    public static string Sign(ZimbraDirectory directory, Account owner, int folderId, string email)
    {
        string id = folderId.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        Append(text, "aid", owner.Id);
        Append(text, "fid", id);
        Append(text, "email", email);
        string? configured = directory.FindDomain(owner.DomainName)?.Attributes["zimbraExternalShareInvitationUrlExpiration"]
            ?? directory.Config["zimbraExternalShareInvitationUrlExpiration"];
        if (Duration.Milliseconds(configured) is > 0 and var lifetime)
        {
            Append(text, "exp", (directory.Now.ToUnixTimeMilliseconds() + lifetime).ToString(CultureInfo.InvariantCulture));
        }

        string data = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text.ToString()));
        return $"{Key(directory)[0]}_{Hmac(directory, data)}_{data}";
    }

    /// <summary>Reads a token; an exception says what is wrong with it, as the servlet's error page does.</summary>
    public static ProvisioningToken Read(ZimbraDirectory directory, string? token)
    {
        string[] parts = (token ?? throw new InvalidDataException("missing parameter")).Split('_', 3);
        if (parts.Length != 3)
        {
            throw new InvalidDataException("invalid token");
        }

        if (parts[0] != Key(directory)[0])
        {
            throw new InvalidDataException("unknown key version");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hmac(directory, parts[2])), Encoding.ASCII.GetBytes(parts[1])))
        {
            throw new InvalidDataException("hmac failure");
        }

        var fields = Fields(Encoding.UTF8.GetString(Convert.FromHexString(parts[2])));
        return
            fields.TryGetValue("exp", out string? end)
            && long.Parse(end, CultureInfo.InvariantCulture) < directory.Now.ToUnixTimeMilliseconds()
            ? throw new InvalidDataException("url no longer valid")
            : new ProvisioningToken(fields["aid"], int.Parse(fields["fid"], CultureInfo.InvariantCulture), fields["email"]);
    }

    public static Uri? FindLink(string text) => Link().Match(text) is { Success: true } match ? new Uri(match.Value) : null;

    private static Dictionary<string, string> Fields(string text)
    {
        var fields = new Dictionary<string, string>();
        int at = 0;
        while (at < text.Length)
        {
            int equal = text.IndexOf('=', at);
            int colon = text.IndexOf(':', equal);
            int length = int.Parse(text.AsSpan(equal + 1, colon - equal - 1), NumberStyles.None, CultureInfo.InvariantCulture);
            fields[text[at..equal]] = text.Substring(colon + 1, length);
            at = colon + 1 + length + 1;
        }

        return fields;
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}={value.Length}:{value};");

    private static string[] Key(ZimbraDirectory directory) => directory.Config["zimbraExternalAccountProvisioningKey"]!.Split(':');

    private static string Hmac(ZimbraDirectory directory, string data)
    {
#pragma warning disable CA5350 // SHA-1 is the protocol's choice.
        return Convert.ToHexStringLower(HMACSHA1.HashData(Convert.FromHexString(Key(directory)[2]), Encoding.ASCII.GetBytes(data)));
#pragma warning restore CA5350
    }

    [GeneratedRegex(@"https?://[^\s""<>]+/service/extuserprov/\?p=[0-9]+_[0-9a-f]{40}_(?:[0-9a-f]{2})+")]
    private static partial Regex Link();
}
