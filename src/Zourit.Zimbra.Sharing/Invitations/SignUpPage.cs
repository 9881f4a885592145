using System.Net;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// What one answer of the sign-up servlet says (docs/protocol.md §6.2 to §6.4). The pages are the web client's and differ by version and
/// skin, so headers come first: only a page that invites to sign up sets the cookie of the link's token, and only a sign-up that succeeded
/// sets a session's.
/// </summary>
internal sealed partial record SignUpPage(HttpStatusCode Status, string? LinkCookie, Secret? SessionToken, string Body)
{
    private const string LinkCookieName = "ZM_PRELIM_AUTH_TOKEN";
    private const string SessionCookieName = "ZM_AUTH_TOKEN";

    /// <summary>The account does not exist, and the form to make it was shown.</summary>
    public bool InvitesToSignUp => Status == HttpStatusCode.OK && LinkCookie is not null;

    /// <summary>The sign-up succeeded: the guest is sent to the web client with a session.</summary>
    public bool SignedUp => Status == HttpStatusCode.Found && SessionToken is not null;

    /// <summary>The servlet's refusal of the link itself, without a code.</summary>
    public bool RejectsLink => Status == HttpStatusCode.InternalServerError;

    /// <summary>
    /// The account exists, and Zimbra's login page was shown: not just any page that asks for a password, as a proxy's may.
    /// </summary>
    public bool IsLogin =>
        Status == HttpStatusCode.OK
        && LinkCookie is null
        && Code is null
        && !HasSignUpForm
        && (OwnerDomain is not null || LoginForm().IsMatch(Body));

    /// <summary>The code on an error page; null when it shows none.</summary>
    public string? Code => ErrorCode().Match(Body) is { Success: true } match ? match.Value : null;

    /// <summary>The form to sign up; without <see cref="LinkCookie"/> it is the error page of web clients that show no code.</summary>
    public bool HasSignUpForm => SignUpField().IsMatch(Body);

    /// <summary>
    /// Whether it tells why a sign-up was refused: any other page may be that of a proxy which gave up while the server is still at it.
    /// </summary>
    public bool RefusesSignUp => Code is not null || HasSignUpForm;

    /// <summary>The owner's domain, which the login page names; null elsewhere.</summary>
    public string? OwnerDomain => VirtualDomain().Match(Body) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The name only: cookies and body may hold a password.</summary>
    public override string ToString() => $"sign-up page, HTTP {(int)Status}";

    public static SignUpPage Read(HttpResponseMessage response, string body) =>
        new(response.StatusCode, Cookie(response, LinkCookieName), Secret.FromNullable(Cookie(response, SessionCookieName)), body);

    public static string CookieHeader(string token) => $"{LinkCookieName}={token}";

    private static string? Cookie(HttpResponseMessage response, string name)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
        {
            return null;
        }

        string? pair = cookies
            .Select(cookie => cookie.Split(';', 2)[0].Trim())
            .FirstOrDefault(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal));
        string value = pair?[(name.Length + 1)..] ?? "";
        return value.Length > 0 ? value : null;
    }

    [GeneratedRegex(@"\b(?:account|service|mail|ldap)\.[A-Z][A-Z_]{3,60}\b")]
    private static partial Regex ErrorCode();

    [GeneratedRegex("""name=["']?displayname|/public/extuserprov\.jsp""", RegexOptions.IgnoreCase)]
    private static partial Regex SignUpField();

    [GeneratedRegex("""name=["']?loginOp|/public/login\.jsp""", RegexOptions.IgnoreCase)]
    private static partial Regex LoginForm();

    [GeneratedRegex(
        """virtualacctdomain(?:=|["']\s{1,5}value=["'])([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex VirtualDomain();
}
