using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Checks and completes the addresses of a server.</summary>
internal static class ServerAddress
{
    private const int DefaultAdminPort = 7071;

    /// <summary>
    /// Reads an absolute address. <see cref="Uri"/> itself throws an IndexOutOfRangeException for some texts, two slashes and an invisible
    /// character for instance.
    /// </summary>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out address);
        }
        catch (IndexOutOfRangeException)
        {
            address = null;
            return false;
        }
    }

    /// <summary>What is wrong with an address, as a sentence; null when it may be used.</summary>
    public static string? Problem(Uri address, bool allowInsecureHttp)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return "the address must be absolute and begin with https://, e.g. https://mail1.example.net.";
        }

        if (address.UserInfo.Length > 0)
        {
            return "the address must not hold credentials; pass them as ZimbraCredentials.";
        }

        return address.Scheme == Uri.UriSchemeHttp && !allowInsecureHttp && !IsLoopback(address)
            ? $"the address is plain http, so passwords and tokens would travel in clear. Use https, or set "
                + $"{nameof(ZimbraClientOptions.AllowInsecureHttp)} if the network is trusted."
            : null;
    }

    /// <summary>Whether it is of this machine. <see cref="Uri"/> finds that out when first asked, and answers false to a second thread that
    /// asks at that moment: addresses are shared, a copy is not.</summary>
    public static bool IsLoopback(Uri address) => new Uri(address.GetLeftPart(UriPartial.Authority)).IsLoopback;

    /// <summary>An address for a message: credentials before the host, which people put there for other programs, are not shown.</summary>
    /// <remarks>
    /// A password may hold what ends the host elsewhere: of a text that is no address all is hidden up to the last <c>@</c>.
    /// </remarks>
    public static string Shown(string address)
    {
        // Where "https://" was forgotten, what stands before the first colon is taken for the scheme.
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        int start = scheme < 0 ? address.IndexOf(':', StringComparison.Ordinal) + 1 : scheme + "://".Length;
        if (start == 0)
        {
            return address;
        }

        ReadOnlySpan<char> authority = address.AsSpan(start);
        int at = (
            TryRead(address, out _) && authority.IndexOfAny('/', '?', '#') is >= 0 and var length ? authority[..length] : authority
        ).LastIndexOf('@');
        return at < 0 ? address : $"{address[..start]}***{address[(start + at)..]}";
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
