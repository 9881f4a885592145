using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Journals;

/// <summary>
/// Takes passwords, tokens and keys out of requests and replies, wherever Zimbra's forms put them: XML, JSON, forms, queries, headers.
/// </summary>
internal static partial class Redaction
{
    private const string Mark = "***";

    // By the clock: a busy machine needs seconds for what takes microseconds.
    private const int MaxMilliseconds = 10_000;

    private const string Names =
        "password|oldPassword|newPassword|recoveryCode|authToken|jwtToken|zauthtoken|zjwt|csrfToken|preauth|pw|args|accesskey|key"
        + "|twoFactorCode|resetPassword|userPassword|zimbraPreAuthKey|zimbraExternalAccountProvisioningKey|zimbraAuthTokenKey|"
        + "zimbraCsrfTokenKey"
        + "|zimbraPasswordHistory";

    public static string Text(string text) => InTime(text, Redacted);

    /// <summary>
    /// What of a text is kept; nothing of one in which secrets are not found in time: the request that brings it must not fail by it.
    /// </summary>
    public static string InTime(string text, Func<string, string> redact)
    {
        try
        {
            return redact(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return $"{Mark} ({text.Length} characters, in which secrets could not be found in time)";
        }
    }

    private static string Redacted(string text)
    {
        text = Tokens().Replace(text, Mark);
        text = XmlElement().Replace(text, $"${{open}}{Mark}");
        text = XmlAttribute().Replace(text, $"${{open}}{Mark}${{quote}}");
        text = XmlNamedValue().Replace(text, $"${{open}}{Mark}");
        text = JsonNamedValue().Replace(text, $"${{open}}{Mark}\"");
        text = JsonMember().Replace(text, $"${{open}}{Mark}\"");
        return FormField().Replace(text, $"${{open}}{Mark}");
    }

    public static string Header(string name, string value) =>
        name.ToLowerInvariant() switch
        {
            "authorization" or "proxy-authorization" => value.Split(' ', 2)[0] + " " + Mark,
            "cookie" or "set-cookie" => InTime(value, cookies => Cookie().Replace(cookies, $"${{open}}{Mark}")),
            "x-zimbra-csrf-token" => Mark,
            "referer" => Text(value),
            _ => value,
        };

    [GeneratedRegex("[0-9]+_[0-9a-f]{40}(_[0-9a-f]+)?", RegexOptions.None, MaxMilliseconds)]
    private static partial Regex Tokens();

    [GeneratedRegex($"(?<open><(?:\\w+:)?(?:{Names})(?:\\s[^<>]*)?(?<!/)>)[^<]*", RegexOptions.None, MaxMilliseconds)]
    private static partial Regex XmlElement();

    [GeneratedRegex($"(?<open>[\\s](?:{Names})\\s*=\\s*(?<quote>[\"'])).*?\\k<quote>", RegexOptions.Singleline, MaxMilliseconds)]
    private static partial Regex XmlAttribute();

    [GeneratedRegex(
        $"(?<open><(?:\\w+:)?(?:a|attr)\\s[^<>]*(?:n|name)\\s*=\\s*[\"'](?:{Names})[\"'][^<>]*(?<!/)>)[^<]*",
        RegexOptions.None,
        MaxMilliseconds
    )]
    private static partial Regex XmlNamedValue();

    [GeneratedRegex(
        $"(?<open>\"n\"\\s*:\\s*\"(?:{Names})\"\\s*,[^{{}}]*?\"_content\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\"",
        RegexOptions.None,
        MaxMilliseconds
    )]
    private static partial Regex JsonNamedValue();

    [GeneratedRegex(
        $"(?<open>\"(?:{Names})\"\\s*:\\s*(?:\\[?\\s*\\{{\\s*\"_content\"\\s*:\\s*)?\\[?\\s*\")(?:[^\"\\\\]|\\\\.)*\"",
        RegexOptions.None,
        MaxMilliseconds
    )]
    private static partial Regex JsonMember();

    [GeneratedRegex(
        "(?<open>(?:^|[?&])(?:password|oldPassword|newPassword|confirmPassword|zauthtoken|zjwt|preauth|p|k|accesskey|authtoken)=)[^&\\s]*",
        RegexOptions.None,
        MaxMilliseconds
    )]
    private static partial Regex FormField();

    [GeneratedRegex("(?<open>(?:^|[;,]\\s*)[^=;,\\s]+=)[^;,]*", RegexOptions.None, MaxMilliseconds)]
    private static partial Regex Cookie();
}
