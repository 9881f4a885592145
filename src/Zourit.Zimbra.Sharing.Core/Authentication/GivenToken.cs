using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Hands out a token that was given from outside.</summary>
internal sealed class GivenToken(Secret token) : ILogin
{
    public bool CanRenew => false;

    public bool AsksAdmin => false;

    public bool RefusalsCount => false;

    public Task<SessionToken> LogInAsync(CancellationToken cancellationToken) => Task.FromResult(SessionToken.Given(token));
}
