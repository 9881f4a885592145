using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Which lifetime attribute limits which grant; documents have their own (protocol.md §4.3, §7.7).</summary>
internal static class Lifetimes
{
    public static string Internal(string view) => view == "document" ? "zimbraFileShareLifetime" : "zimbraShareLifetime";

    public static string Guest(string view) => view == "document" ? "zimbraFileExternalShareLifetime" : "zimbraExternalShareLifetime";

    public static long PublicExpiry(SoapCall call, Model.Account owner, string view, long? given)
    {
        long lifetime = SharingPolicy.Lifetime(call.Directory, owner, view == "document" ? "zimbraFilePublicShareLifetime" : "zimbraPublicShareLifetime");
        if (lifetime == 0)
        {
            return given ?? 0;
        }

        long latest = call.Directory.Now.ToUnixTimeMilliseconds() + lifetime;
        return given is null ? latest : given == 0 || given > latest ? throw SoapFault.Denied("share expiration policy conflict") : given.Value;
    }
}
