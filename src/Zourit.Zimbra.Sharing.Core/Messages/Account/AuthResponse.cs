using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The answer to an <see cref="AuthRequest"/>.</summary>
public sealed record AuthResponse
{
    /// <summary>The token to send with further requests (<c>authToken</c>).</summary>
    public required Secret Token { get; init; }

    /// <summary>How long the token lives from now on (<c>lifetime</c>, milliseconds on the wire); negative for a dead
    /// one.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The password was right, but the account has two-factor sign-in (<c>twoFactorAuthRequired</c>): this
    /// token opens nothing but a second AuthRequest with the code.</summary>
    public bool TwoFactorRequired { get; init; }

    /// <summary>The account's home server when it is another one (<c>refer</c>).</summary>
    public string? Server { get; init; }

    /// <summary>The CSRF token, only if one was asked for (<c>csrfToken</c>).</summary>
    public Secret? CsrfToken { get; init; }

    /// <summary>The notification session, if one was opened (<c>session id</c>).</summary>
    public string? SessionId { get; init; }

    /// <summary>The web client's skin in force for the account (<c>skin</c>).</summary>
    public string? Skin { get; init; }

    /// <summary>A token that spares this device the second factor (<c>trustedToken</c>).</summary>
    public Secret? TrustedToken { get; init; }

    /// <summary>How long the device stays trusted (<c>trustLifetime</c>, milliseconds on the wire).</summary>
    public TimeSpan? TrustLifetime { get; init; }

    /// <summary>The device's id (<c>deviceId</c>), when the server was asked to invent one.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Whether devices may be trusted (<c>trustedDevicesEnabled</c>); reported only when a second factor is required.</summary>
    public bool? TrustedDevicesEnabled { get; init; }

    /// <summary>The preferences that were asked for (<c>prefs</c>).</summary>
    public AttributeList Preferences { get; init; } = AttributeList.Empty;

    /// <summary>The attributes that were asked for (<c>attrs</c>).</summary>
    public AttributeList Attributes { get; init; } = AttributeList.Empty;
}
