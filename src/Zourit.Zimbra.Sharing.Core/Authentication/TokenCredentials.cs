using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>A token that was issued before.</summary>
internal sealed class TokenCredentials(Secret token, bool isAdmin)
    : ZimbraCredentials(isAdmin ? "an administrator's token" : "a user's token")
{
    internal override bool IsAdmin => isAdmin;

    internal override ILogin CreateLogin(ILoginSender sender) => new GivenToken(token);
}
