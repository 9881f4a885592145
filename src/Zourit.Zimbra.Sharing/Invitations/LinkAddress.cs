using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Where a personal link is opened.</summary>
internal static class LinkAddress
{
    /// <summary>
    /// The link's own address; but where it is plain http on the host of the client's https server, that server's, so that the password
    /// does not travel in clear. Zimbra announces http addresses unless the domain is configured otherwise (docs/protocol.md §8.9).
    /// </summary>
    /// <exception cref="ArgumentException">The address is plain http to another machine.</exception>
    public static Uri Of(PersonalLink link, Connection connection)
    {
        Uri address = link.Uri;
        Uri server = connection.Server;
        if (address.Scheme == Uri.UriSchemeHttp && server.Scheme == Uri.UriSchemeHttps && SameHost(address, server))
        {
            return new Uri(new Uri(server.GetLeftPart(UriPartial.Authority)), address.PathAndQuery);
        }

        return ServerAddress.Problem(link.BaseAddress, connection.Options.AllowInsecureHttp) is { } problem
            ? throw Argument.Invalid(LinkTexts.NotOpened(link.BaseAddress, problem), nameof(link))
            : address;
    }

    /// <summary>Whether an opened link is answered by the very server that the client talks to.</summary>
    public static bool IsServer(Uri address, Connection connection) =>
        Uri.Compare(address, connection.Server, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase)
        == 0;

    private static bool SameHost(Uri first, Uri second) => string.Equals(first.IdnHost, second.IdnHost, StringComparison.OrdinalIgnoreCase);
}
