using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// The token of a personal link, <c>VERSION_HMAC_DATA</c>, taken apart (protocol.md §5.4). DATA is the hexadecimal form of
/// <c>name=LEN:value;</c> repeated; LEN counts UTF-16 code units.
/// </summary>
internal sealed record LinkToken(
    string Version,
    string Hmac,
    string Data,
    string OwnerId,
    string FolderId,
    string Mail,
    DateTimeOffset? Expires
)
{
    private const int HmacDigits = 40;
    private const int MaxLength = 8192;

    public static LinkToken? TryParse(string token)
    {
        string[] parts = token.Length > MaxLength ? [] : token.Split('_');
        if (
            parts.Length != 3
            || parts[0].Length == 0
            || !parts[0].All(char.IsAsciiDigit)
            || parts[1].Length != HmacDigits
            || !parts[1].All(char.IsAsciiHexDigitLower)
            || !parts[2].All(char.IsAsciiHexDigitLower)
            || parts[2].Length % 2 != 0
        )
        {
            return null;
        }

        var fields = Fields(Encoding.UTF8.GetString(Convert.FromHexString(parts[2])));
        if (
            fields is null
            || !fields.TryGetValue("aid", out string? owner)
            || !fields.TryGetValue("fid", out string? folder)
            || !fields.TryGetValue("email", out string? mail)
            || owner.Length == 0
            || folder.Length == 0
            || mail.Length == 0
        )
        {
            return null;
        }

        DateTimeOffset? expires = null;
        if (fields.TryGetValue("exp", out string? end))
        {
            if (
                !long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
                || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            )
            {
                return null;
            }

            expires = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return new LinkToken(parts[0], parts[1], parts[2], owner, folder, mail, expires);
    }

    /// <summary>The DATA part for a link that is to be made.</summary>
    public static string DataOf(string ownerId, string folderId, string mail, DateTimeOffset? expires)
    {
        var text = new StringBuilder();
        Append("aid", ownerId);
        Append("fid", folderId);
        Append("email", mail);
        if (expires is { } end)
        {
            Append("exp", end.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        }

        return Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text.ToString()));

        void Append(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name}={value.Length}:{value};");
    }

    public override string ToString() => $"{Version}_{Hmac}_{Data}";

    private static Dictionary<string, string>? Fields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        int at = 0;
        while (at < text.Length)
        {
            int equal = text.IndexOf('=', at);
            int colon = equal < 0 ? -1 : text.IndexOf(':', equal);
            if (
                colon < 0
                || !int.TryParse(text.AsSpan(equal + 1, colon - equal - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                || length > text.Length - colon - 2
                || text[colon + 1 + length] != ';'
            )
            {
                return null;
            }

            fields[text[at..equal]] = text.Substring(colon + 1, length);
            at = colon + length + 2;
        }

        return fields;
    }
}
