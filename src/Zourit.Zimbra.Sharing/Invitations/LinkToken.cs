using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// The token of a personal link, <c>VERSION_HMAC_DATA</c>, taken apart (docs/protocol.md §5.4). DATA is the hexadecimal form of
/// <c>name=LEN:value;</c> repeated; LEN counts UTF-16 code units.
/// </summary>
internal sealed record LinkToken
{
    private const int HmacDigits = 40;
    private const int MaxLength = 8192;

    /// <summary><c>exp=</c> in hexadecimal digits.</summary>
    private const string StartOfEnd = "6578703d";

    public required string Version { get; init; }

    public required string Hmac { get; init; }

    public required string Data { get; init; }

    public required string OwnerId { get; init; }

    public required string FolderId { get; init; }

    public required string Mail { get; init; }

    public required DateTimeOffset? Expiry { get; init; }

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

        string data = Encoding.UTF8.GetString(Convert.FromHexString(parts[2]));
        Dictionary<string, string> fields = Fields(data, out int read);
        if (
            read != data.Length
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

        return new LinkToken
        {
            Version = parts[0],
            Hmac = parts[1],
            Data = parts[2],
            OwnerId = owner,
            FolderId = folder,
            Mail = mail,
            Expiry = expires,
        };
    }

    /// <summary>
    /// The token at the start of a text whose lines were joined, without what the next line added to it; null when the text has no token,
    /// or a truncated one.
    /// </summary>
    public static string? AtStartOf(string text)
    {
        string[] parts = text.Length > MaxLength ? [] : text.Split('_', 4);
        if (parts.Length < 3 || !parts[2].All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        string data = Encoding.UTF8.GetString(Convert.FromHexString(parts[2][..(parts[2].Length & ~1)]));
        _ = Fields(data, out int end);
        int length = 2 * Encoding.UTF8.GetByteCount(data.AsSpan(0, end));
        string rest = parts[2][Math.Min(length, parts[2].Length)..];
        int shared = Math.Min(rest.Length, StartOfEnd.Length);

        // The end of the link's time is its last field: a piece of it means that the token is cut.
        return shared > 2 && rest.AsSpan(0, shared).SequenceEqual(StartOfEnd.AsSpan(0, shared))
            ? null
            : $"{parts[0]}_{parts[1]}_{parts[2][..Math.Min(length, parts[2].Length)]}";
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

    /// <param name="text">The data.</param>
    /// <param name="end">Where the last whole field ends.</param>
    private static Dictionary<string, string> Fields(string text, out int end)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        end = 0;
        while (end < text.Length)
        {
            int equal = text.IndexOf('=', end);
            int colon = equal < 0 ? -1 : text.IndexOf(':', equal);
            if (
                colon < 0
                || !int.TryParse(text.AsSpan(equal + 1, colon - equal - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                || length > text.Length - colon - 2
                || text[colon + 1 + length] != ';'
            )
            {
                break;
            }

            fields[text[end..equal]] = text.Substring(colon + 1, length);
            end = colon + length + 2;
        }

        return fields;
    }
}
