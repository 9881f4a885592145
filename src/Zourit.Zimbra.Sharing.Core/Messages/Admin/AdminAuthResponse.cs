using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to an <see cref="AdminAuthRequest"/>.</summary>
public sealed record AdminAuthResponse
{
    /// <summary>The administrator's token (<c>authToken</c>).</summary>
    public required Secret Token { get; init; }

    /// <summary>How long it lives from now on (<c>lifetime</c>, milliseconds on the wire; 12 hours by default).</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The token opens nothing but a second login with the code (<c>twoFactorAuthRequired</c>).</summary>
    public bool TwoFactorRequired { get; init; }

    /// <summary>The CSRF token, only if one was asked for (<c>csrfToken</c>).</summary>
    public Secret? CsrfToken { get; init; }
}
