using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// A guest's personal link from a share mail: <c>BASE/service/extuserprov/?p=VERSION_HMAC_DATA</c>. It says for whom, which folder and
/// until when it is. What it says is not verified here: only the server, or who holds the provisioning key
/// (<see cref="ProvisioningKey.HasSigned"/>), can tell a forged link. Whoever holds the link can make the guest's account, so printing and
/// serialising hide its token.
/// </summary>
public sealed record PersonalLink
{
    internal const string Path = "/service/extuserprov/?p=";

    private PersonalLink(Uri baseAddress, string token, LinkToken parts)
    {
        BaseAddress = baseAddress;
        Uri = new Uri(baseAddress, Path + token);
        Token = token;
        KeyVersion = parts.Version;
        Signature = parts.Hmac;
        OwnerId = parts.OwnerId;
        FolderId = parts.FolderId;
        Mail = parts.Mail;
        Expiry = parts.Expiry;
    }

    /// <summary>
    /// The link itself, to be opened or handed to the guest. Do not log it. System.Text.Json leaves it out: hand it on by itself where it
    /// is wanted.
    /// </summary>
    [JsonIgnore]
    public Uri Uri { get; }

    /// <summary>The public address of the owner's domain (<c>BASE</c>), e.g. <c>https://mail1.example.net/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The version of the provisioning key that signed it, e.g. <c>0</c>. A changed key makes all older links void.</summary>
    public string KeyVersion { get; }

    /// <summary>The signature: HMAC-SHA1, 40 hexadecimal digits. Left out by System.Text.Json, as the link is.</summary>
    [JsonIgnore]
    public string Signature { get; }

    /// <summary>The account id of the folder's owner (<c>aid</c>), a UUID.</summary>
    public string OwnerId { get; }

    /// <summary>The folder's id in the owner's mailbox (<c>fid</c>).</summary>
    public string FolderId { get; }

    /// <summary>The guest's mail address, spelled as in the share (<c>email</c>).</summary>
    public string Mail { get; }

    /// <summary>
    /// When the link ends (<c>exp</c>, milliseconds in the token), UTC; null when it never does, which is the server's default.
    /// </summary>
    public DateTimeOffset? Expiry { get; }

    internal string Token { get; }

    /// <summary>Reads a link.</summary>
    /// <param name="link">The link alone, e.g. copied from a mail; blanks around it and the full stop that follows it in the mail are
    /// dropped.</param>
    /// <exception cref="ArgumentException">It is no personal link; the message says what is wrong.</exception>
    public static PersonalLink Parse(string link)
    {
        Argument.NotNull(link);
        return Read(link, out LocalizedText? problem) ?? throw Argument.Invalid(problem!, nameof(link));
    }

    /// <summary>Reads a link, or says that it is invalid.</summary>
    /// <param name="link">As for <see cref="Parse"/>.</param>
    /// <param name="result">The link; null when it is invalid.</param>
    public static bool TryParse([NotNullWhen(true)] string? link, [NotNullWhen(true)] out PersonalLink? result)
    {
        result = link is null ? null : Read(link, out _);
        return result is not null;
    }

    /// <summary>
    /// Finds the link in a share mail: in its plain text, its HTML, or the whole MIME message, forwarded or not. Base64 and
    /// quoted-printable parts, HTML's entities and <c>&lt;wbr&gt;</c>, lines that forwarding has wrapped, and links that a mail gateway has
    /// put inside a link of its own (Outlook Safe Links and others that keep the address readable) are read. Null when none exists: only
    /// the mail about a new share to a guest holds one.
    /// </summary>
    /// <param name="mail">The mail's text. What comes after its first 262,144 characters is not looked at.</param>
    public static PersonalLink? Find(string mail)
    {
        Argument.NotNull(mail);
        return LinkSearch.Find(mail);
    }

    /// <summary>The link in a mail that was read whole.</summary>
    internal static PersonalLink? FindIn(MailMessage mail)
    {
        int left = LinkSearch.MostText;
        foreach (string text in mail.AllParts().Select(part => part.Content).OfType<string>())
        {
            if (left <= 0)
            {
                break;
            }

            if (LinkSearch.Find(text.Length <= left ? text : text[..left]) is { } link)
            {
                return link;
            }

            left -= text.Length;
        }

        return null;
    }

    /// <summary>Whether the link expired. The server's clock decides in the end.</summary>
    /// <param name="now">The time, e.g. of a <see cref="TimeProvider"/>.</param>
    public bool IsExpired(DateTimeOffset now) => Expiry is { } end && end < now;

    /// <summary>For whom and which folder, without the token.</summary>
    public override string ToString() => $"personal link of {Mail} to folder {FolderId} of {OwnerId} at {BaseAddress.Authority}";

    internal static PersonalLink Create(Uri baseAddress, LinkToken token) =>
        new(new Uri(baseAddress.GetLeftPart(UriPartial.Authority)), token.ToString(), token);

    private static PersonalLink? Read(string text, out LocalizedText? problem)
    {
        string link = text.Trim().TrimEnd('.');
        int at = link.IndexOf(Path, StringComparison.Ordinal);
        if (at < 0)
        {
            problem = LinkTexts.NoToken(Path);
            return null;
        }

        if (
            !AbsoluteUri.TryRead(link[..at], out Uri? address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.PathAndQuery != "/"
            || address.UserInfo.Length > 0
        )
        {
            problem = LinkTexts.NoHost(Path);
            return null;
        }

        string token = link[(at + Path.Length)..];
        if (LinkToken.TryParse(token) is not { } parts)
        {
            problem = LinkTexts.Cut;
            return null;
        }

        problem = null;
        return new PersonalLink(address, token, parts);
    }
}
