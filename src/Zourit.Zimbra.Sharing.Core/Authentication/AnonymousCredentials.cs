namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Nobody in particular: there is nothing to log in with.</summary>
internal sealed class AnonymousCredentials() : ZimbraCredentials("anonymous")
{
    internal override bool IsAdmin => false;

    internal override ILogin? CreateLogin(ILoginSender sender) => null;
}
