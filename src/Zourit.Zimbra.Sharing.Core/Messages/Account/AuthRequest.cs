using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>
/// Logs a user in (urn:zimbraAccount AuthRequest) by password, preauth value or an existing token. The library sends it by itself for the
/// credentials of a client; send it yourself only to check a password. Every wrong password counts towards the account's lock-out.
/// </summary>
public sealed record AuthRequest : ZimbraRequest<AuthResponse>
{
    private static readonly ZimbraOperation Descriptor = new("AuthRequest", ZimbraNamespace.Account, RetrySafety.Safe)
    {
        CarriesToken = false,
    };

    // A stale token fails even a login (docs/protocol.md §1.5), so none is sent along.
    /// <summary>Who logs in (<c>account</c>); null only with <see cref="Token"/>.</summary>
    public AccountSelector? Account { get; init; }

    /// <summary>The password in clear (<c>password</c>).</summary>
    public Secret? Password { get; init; }

    /// <summary>A preauth value instead of a password (<c>preauth</c>).</summary>
    public PreauthValue? Preauth { get; init; }

    /// <summary>An existing token to validate (<c>authToken</c>), or the second-step token of a two-factor login.</summary>
    public Secret? Token { get; init; }

    /// <summary>An existing JSON web token to validate (<c>jwtToken</c>).</summary>
    public Secret? JwtToken { get; init; }

    /// <summary>Whether <see cref="Token"/> must belong to <see cref="Account"/> (<c>authToken verifyAccount</c>).</summary>
    public bool? VerifyAccount { get; init; }

    /// <summary>A code from the password recovery mail instead of a password (<c>recoveryCode</c>).</summary>
    public Secret? RecoveryCode { get; init; }

    /// <summary>The domain's virtual host name, which completes a bare login (<c>virtualHost</c>).</summary>
    public string? VirtualHost { get; init; }

    /// <summary>Names of preferences to return (<c>prefs</c>).</summary>
    public IReadOnlyList<string> Preferences
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>Names of attributes to return (<c>attrs</c>).</summary>
    public IReadOnlyList<string> Attributes
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>The skin to choose if the account may have it (<c>requestedSkin</c>); the answer names the one in force.</summary>
    public string? RequestedSkin { get; init; }

    /// <summary>The code of the second factor (<c>twoFactorCode</c>).</summary>
    public Secret? TwoFactorCode { get; init; }

    /// <summary>A token of a trusted device, which spares the second factor (<c>trustedToken</c>).</summary>
    public Secret? TrustedToken { get; init; }

    /// <summary>The trusted device's id (<c>deviceId</c>).</summary>
    public string? DeviceId { get; init; }

    /// <summary>
    /// After a second factor: trust this device from now on (<c>deviceTrusted</c>), so that the answer holds a trusted token.
    /// </summary>
    public bool? DeviceTrusted { get; init; }

    /// <summary>Have the server invent a device id (<c>generateDeviceId</c>), returned in the answer.</summary>
    public bool? GenerateDeviceId { get; init; }

    /// <summary>The kind of token wanted (<c>tokenType</c>); null for the server's default, <see cref="AuthTokenType.Auth"/>.</summary>
    public AuthTokenType? TokenType { get; init; }

    /// <summary>
    /// Bind the token to a CSRF token (<c>csrfTokenSecured</c>), returned in the answer. It matters only to who sends the token in a
    /// cookie, which this library never does.
    /// </summary>
    public bool? CsrfTokenSecured { get; init; }

    /// <summary>Let the answer's cookie outlive the browser (<c>persistAuthTokenCookie</c>). This library drops cookies.</summary>
    internal bool? PersistAuthTokenCookie { get; init; }

    /// <summary>Leave <c>SameSite</c> off the answer's cookie (<c>ignoreSameSite</c>). This library drops cookies.</summary>
    public bool? IgnoreSameSite { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("persistAuthTokenCookie", PersistAuthTokenCookie);
        writer.Attribute("csrfTokenSecured", CsrfTokenSecured);
        writer.Attribute("deviceTrusted", DeviceTrusted);
        writer.Attribute("generateDeviceId", GenerateDeviceId);
        writer.Attribute(
            "tokenType",
            TokenType switch
            {
                null => null,
                AuthTokenType.Jwt => "jwt",
                _ => "auth",
            }
        );
        writer.Attribute("ignoreSameSite", IgnoreSameSite);
        Account?.Write(writer, "account");
        writer.Element("password", Password);
        writer.Element("recoveryCode", RecoveryCode);
        Preauth?.Write(writer);
        if (Token is { } token)
        {
            using (writer.Open("authToken"))
            {
                writer.Attribute("verifyAccount", VerifyAccount);
                writer.Text("authToken", token);
            }
        }

        writer.Element("jwtToken", JwtToken);
        writer.Element("virtualHost", VirtualHost);
        WriteNames(writer, "prefs", "pref", Preferences);
        WriteNames(writer, "attrs", "attr", Attributes);
        writer.Element("requestedSkin", RequestedSkin);
        writer.Element("twoFactorCode", TwoFactorCode);
        writer.Element("trustedToken", TrustedToken);
        writer.Element("deviceId", DeviceId);
    }

    internal override AuthResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Token = response.RequiredSecret("authToken"),
            Lifetime = response.Milliseconds("lifetime") ?? TimeSpan.Zero,
            TwoFactorRequired = response.Flag("twoFactorAuthRequired") ?? false,
            Server = response.Text("refer"),
            CsrfToken = response.Secret("csrfToken"),
            SessionId = response.Child("session") is { } session ? session.Text("id") ?? session.Content : null,
            Skin = response.Text("skin"),
            TrustedToken = response.Secret("trustedToken"),
            TrustLifetime = response.Milliseconds("trustLifetime"),
            DeviceId = response.Text("deviceId"),
            TrustedDevicesEnabled = response.Flag("trustedDevicesEnabled"),
            Preferences = ReadNamed(response, "prefs", "pref"),
            Attributes = ReadNamed(response, "attrs", "attr"),
        };

    private static void WriteNames(RequestWriter writer, string list, string item, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        using (writer.Open(list))
        {
            foreach (string name in names)
            {
                using (writer.Open(item))
                {
                    writer.Attribute("name", name);
                }
            }
        }
    }

    private static AttributeList ReadNamed(ResponseElement response, string list, string item) =>
        AttributeList.Read(response.Child(list)?.Children(item) ?? [], "name");
}
