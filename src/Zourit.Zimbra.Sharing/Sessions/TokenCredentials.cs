namespace Zourit.Zimbra.Sharing.Sessions;

/// <summary>A token that was issued before.</summary>
internal sealed class TokenCredentials(Secret token, bool isAdmin)
    : ZimbraCredentials(isAdmin ? "an administrator's token" : "a user's token")
{
    internal override bool IsAdmin => isAdmin;

    internal override ILogin CreateLogin(Connection connection) => new GivenToken(token);
}
