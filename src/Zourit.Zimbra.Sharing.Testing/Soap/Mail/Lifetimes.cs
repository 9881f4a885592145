using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Which lifetime attribute limits which grant; documents have their own (docs/protocol.md §4.3, §7.7).</summary>
internal static class Lifetimes
{
    public static string Internal(string view) => view == "document" ? "zimbraFileShareLifetime" : "zimbraShareLifetime";

    public static string Guest(string view) => view == "document" ? "zimbraFileExternalShareLifetime" : "zimbraExternalShareLifetime";

    public static string Public(string view) => view == "document" ? "zimbraFilePublicShareLifetime" : "zimbraPublicShareLifetime";

    /// <summary>
    /// The end that a lifetime leaves of a given one: its own where none is given; a later one, or none at all (0), is refused.
    /// </summary>
    public static long Expiry(SoapCall call, Model.Account owner, string attribute, long? given)
    {
        long lifetime = SharingSwitches.Lifetime(call.Directory, owner, attribute);
        if (lifetime == 0)
        {
            return given ?? 0;
        }

        long latest = call.Directory.Now.ToUnixTimeMilliseconds() + lifetime;
        return given is null ? latest
            : given == 0 || given > latest ? throw SoapFault.Denied("share expiration policy conflict")
            : given.Value;
    }
}
