using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="DelegateAuthRequest"/>.</summary>
/// <param name="Token">A normal token of the user that remembers the administrator.</param>
/// <param name="Lifetime">The lifetime that was asked for (<c>lifetime</c>, milliseconds on the wire): the server echoes it even where the
/// token really ends earlier.</param>
public sealed record DelegateAuthResponse(Secret Token, TimeSpan Lifetime);
