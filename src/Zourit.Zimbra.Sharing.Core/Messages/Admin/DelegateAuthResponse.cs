using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="DelegateAuthRequest"/>.</summary>
public sealed record DelegateAuthResponse
{
    /// <summary>A normal token of the user that remembers the administrator.</summary>
    public required Secret Token { get; init; }

    /// <summary>The lifetime that was asked for (<c>lifetime</c>, milliseconds on the wire): the server echoes it even where the
    /// token really ends earlier.</summary>
    public required TimeSpan Lifetime { get; init; }
}
