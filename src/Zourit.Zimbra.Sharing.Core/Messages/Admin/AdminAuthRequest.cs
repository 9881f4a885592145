using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Logs an administrator in (urn:zimbraAdmin AuthRequest). The library sends it by itself for
/// <see cref="ZimbraCredentials.Admin"/>. The server refuses unknown accounts and those that are no administrators with
/// <c>service.PERM_DENIED</c>, a wrong password with <c>account.AUTH_FAILED</c>.
/// </summary>
public sealed record AdminAuthRequest : ZimbraRequest<AdminAuthResponse>
{
    private static readonly ZimbraOperation Descriptor = new("AuthRequest", ZimbraNamespace.Admin, RetrySafety.Safe)
    {
        CarriesToken = false,
    };

    /// <summary>
    /// The administrator's name (<c>name</c>). Give either this or <see cref="Account"/>: both is <c>service.INVALID_REQUEST</c>.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The administrator by name or id (<c>account by</c>).</summary>
    public AccountSelector? Account { get; init; }

    /// <summary>The password in clear (<c>password</c>).</summary>
    public Secret? Password { get; init; }

    /// <summary>An existing admin token to validate (<c>authToken</c>).</summary>
    public Secret? Token { get; init; }

    /// <summary>The code of the second factor (<c>twoFactorCode</c>).</summary>
    public Secret? TwoFactorCode { get; init; }

    /// <summary>The domain's virtual host name, which completes a bare name (<c>virtualHost</c>).</summary>
    public string? VirtualHost { get; init; }

    /// <summary>
    /// Bind the token to a CSRF token (<c>csrfTokenSecured</c>), returned in the answer; it matters to tokens in cookies only.
    /// </summary>
    public bool? CsrfTokenSecured { get; init; }

    /// <summary>Let the answer's cookie outlive the browser (<c>persistAuthTokenCookie</c>). This library drops cookies.</summary>
    internal bool? PersistAuthTokenCookie { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("persistAuthTokenCookie", PersistAuthTokenCookie);
        writer.Attribute("csrfTokenSecured", CsrfTokenSecured);
        writer.Attribute("name", Name);
        writer.Attribute("password", Password);
        writer.Element("authToken", Token);
        Account?.Write(writer, "account");
        writer.Element("virtualHost", VirtualHost);
        writer.Element("twoFactorCode", TwoFactorCode);
    }

    internal override AdminAuthResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Token = response.RequiredSecret("authToken"),
            Lifetime = response.Milliseconds("lifetime") ?? TimeSpan.Zero,
            TwoFactorRequired = response.Flag("twoFactorAuthRequired") ?? false,
            CsrfToken = response.Secret("csrfToken"),
        };
}
