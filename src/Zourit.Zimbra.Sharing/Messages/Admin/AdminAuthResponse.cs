using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to an <see cref="AdminAuthRequest"/>.</summary>
/// <param name="Token">The administrator's token (<c>authToken</c>).</param>
/// <param name="Lifetime">How long it lives from now on (<c>lifetime</c>, milliseconds on the wire; 12 hours by default).</param>
/// <param name="TwoFactorRequired">The token opens nothing but a second login with the code (<c>twoFactorAuthRequired</c>).</param>
public sealed record AdminAuthResponse(Secret Token, TimeSpan Lifetime, bool TwoFactorRequired)
{
    /// <summary>The CSRF token, only if one was asked for (<c>csrfToken</c>).</summary>
    public Secret? CsrfToken { get; init; }
}
