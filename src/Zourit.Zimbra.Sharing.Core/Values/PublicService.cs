using System.Globalization;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Under which address a domain's calendars are served, worked out as the server does it from its settings. Where GetInfo's REST root can
/// be had (<c>GetInfoResponse.RestRoot</c>), prefer that: <see cref="IcsAddress.FromRestRoot"/>.
/// </summary>
internal sealed record PublicService
{
    private PublicService(string baseAddress) => BaseAddress = baseAddress;

    /// <summary>
    /// Scheme, host and port as the server writes them, without a slash at the end, e.g. <c>https://mail1.example.net:8443</c>.
    /// </summary>
    public string BaseAddress { get; }

    /// <summary>From a domain's public service settings (or the global ones it inherits).</summary>
    /// <param name="hostname"><c>zimbraPublicServiceHostname</c>.</param>
    /// <param name="protocol"><c>zimbraPublicServiceProtocol</c>; null for the server's default, which is <c>http</c>. In other letter case
    /// than <c>http</c> or <c>https</c> the server loses the port, and so does this.</param>
    /// <param name="port"><c>zimbraPublicServicePort</c>; null for the protocol's own.</param>
    /// <exception cref="ArgumentException">The host name is empty.</exception>
    public static PublicService OfDomain(string hostname, string? protocol = null, int? port = null)
    {
        Argument.NotBlank(hostname);
        string scheme = protocol ?? "http";
        int? shown = scheme switch
        {
            "http" when port is not (null or 0 or 80) => port,
            "https" when port is not (null or 0 or 443) => port,
            _ => null,
        };
        return new PublicService(shown is { } number ? $"{scheme}://{hostname}:{Text(number)}" : $"{scheme}://{hostname}");
    }

    /// <summary>
    /// From the settings of the account's mail server, for a domain without a public service host name. The port is always in the address.
    /// </summary>
    /// <param name="hostname"><c>zimbraServiceHostname</c>.</param>
    /// <param name="mailMode"><c>zimbraMailMode</c>: <c>http</c>, or <c>https</c>, <c>both</c>, <c>mixed</c>, <c>redirect</c>.</param>
    /// <param name="httpPort"><c>zimbraMailPort</c>.</param>
    /// <param name="httpsPort"><c>zimbraMailSSLPort</c>.</param>
    /// <exception cref="ArgumentException">The host name is empty.</exception>
    public static PublicService OfMailServer(string hostname, string mailMode, int httpPort = 80, int httpsPort = 443)
    {
        Argument.NotBlank(hostname);
        return new PublicService(mailMode == "http" ? $"http://{hostname}:{Text(httpPort)}" : $"https://{hostname}:{Text(httpsPort)}");
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
