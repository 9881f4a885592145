using System.Net;
using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Checks and completes the addresses of a server.</summary>
internal static class ServerAddress
{
    private const int DefaultAdminPort = 7071;

    /// <summary>What is wrong with an address, as a sentence; null when it may be used.</summary>
    public static LocalizedText? Problem(Uri address, bool allowInsecureHttp)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return new(
                "the address must be absolute and start with https://, e.g. https://mail1.example.net.",
                "l'adresse doit être complète et commencer par https://, par exemple https://mail1.example.net."
            );
        }

        if (address.UserInfo.Length > 0)
        {
            return new(
                "the address must not hold credentials; pass them as ZimbraCredentials.",
                "l'adresse ne doit pas contenir d'identifiants ; donnez-les par ZimbraCredentials."
            );
        }

        if (!Ascii.IsValid(address.Host) && DomainName.ToAscii(address.Host) != address.IdnHost)
        {
            return new(
                "the address's host has letters that are not encoded the same way everywhere. Write its xn-- form.",
                "l'hôte de l'adresse contient des lettres qui ne sont pas codées partout de la même façon. Écrivez sa forme xn--."
            );
        }

        return address.Scheme == Uri.UriSchemeHttp && !allowInsecureHttp && !IsLoopback(address)
            ? LocalizedText.Format(
                $"the address is plain http, so passwords and tokens would travel in clear. Use https, or set "
                    + $"{nameof(ZimbraClientOptions.AllowInsecureHttp)} if the network is trusted.",
                $"l'adresse est en simple http : mots de passe et jetons circuleraient en clair. Utilisez https, ou indiquez "
                    + $"{nameof(ZimbraClientOptions.AllowInsecureHttp)} si le réseau est sûr."
            )
            : null;
    }

    /// <summary>
    /// Whether it is of this machine: <c>localhost</c>, <c>127.0.0.0/8</c>, <c>[::1]</c>, also with a dot at the end and as an IPv4-mapped
    /// address.
    /// </summary>
    /// <remarks>
    /// <see cref="Uri.IsLoopback"/> takes the name <c>loopback</c> for it, which a resolver may not, and does not know mapped addresses.
    /// </remarks>
    public static bool IsLoopback(Uri address)
    {
        string host = address.IdnHost.Split('%')[0].TrimEnd('.');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out IPAddress? ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip));
    }

    public static Uri UserSoap(Uri server) => new(new Uri(server.GetLeftPart(UriPartial.Authority)), "/service/soap/");

    public static Uri AdminSoap(Uri server, Uri? admin) =>
        new(
            admin is null
                ? new UriBuilder(server.Scheme, server.Host, DefaultAdminPort).Uri
                : new Uri(admin.GetLeftPart(UriPartial.Authority)),
            "/service/admin/soap/"
        );
}
