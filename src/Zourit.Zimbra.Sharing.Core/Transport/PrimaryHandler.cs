using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>The handler that opens the connections: the library's own, or the program's with what must hold for it too.</summary>
internal static class PrimaryHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create(Action<SocketsHttpHandler>? configure)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        configure?.Invoke(handler);
        return handler;
    }

    /// <summary>
    /// Switches off redirects and cookies, keeps the proxy from this machine, and checks certificates where the program does not.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handler accepts any certificate.</exception>
    public static HttpMessageHandler Harden(HttpMessageHandler primary, X509Certificate2Collection roots) =>
        HardenAll(primary, new CertificateCheck(roots)) is { } proxy ? new ProxyFailureHandler(primary, proxy) : primary;

    // A 307 would re-send body and token to any host; a stale cookie fails even a login (docs/protocol.md §1.5).
    private static LoopbackBypass? HardenAll(HttpMessageHandler? primary, CertificateCheck check)
    {
        switch (primary)
        {
            case DelegatingHandler wrapper:
                return HardenAll(wrapper.InnerHandler, check);
            case SocketsHttpHandler sockets:
                if (sockets.AllowAutoRedirect || sockets.UseCookies)
                {
                    sockets.AllowAutoRedirect = false;
                    sockets.UseCookies = false;
                }

                if (sockets.UseProxy && sockets.Proxy is not LoopbackBypass)
                {
                    sockets.Proxy = new LoopbackBypass(sockets.Proxy);
                }

                Check(sockets.SslOptions, check);
                return sockets.UseProxy ? sockets.Proxy as LoopbackBypass : null;
            case HttpClientHandler handler:
                if (handler.AllowAutoRedirect || handler.UseCookies)
                {
                    handler.AllowAutoRedirect = false;
                    handler.UseCookies = false;
                }

                if (handler.UseProxy && handler.Proxy is not LoopbackBypass)
                {
                    handler.Proxy = new LoopbackBypass(handler.Proxy);
                }

                Check(handler, check);
                return handler.UseProxy ? handler.Proxy as LoopbackBypass : null;
            default:
                return null;
        }
    }

    private static void Check(SslClientAuthenticationOptions tls, CertificateCheck check)
    {
        bool isLax =
            tls.CertificateChainPolicy is { } policy
            && (policy.VerificationFlags & X509VerificationFlags.AllowUnknownCertificateAuthority) != 0;
        if (
            isLax
            || (
                tls.RemoteCertificateValidationCallback is { } own && own.Target is not CertificateCheck && AnyCertificate.IsAcceptedBy(own)
            )
        )
        {
            throw CarelessHandler.Refusal();
        }

        tls.RemoteCertificateValidationCallback ??= check.IsTrusted;
    }

    private static void Check(HttpClientHandler handler, CertificateCheck check)
    {
        if (handler.ServerCertificateCustomValidationCallback is { } own)
        {
            if (own.Target is not CertificateCheck && AnyCertificate.IsAcceptedBy(own))
            {
                throw CarelessHandler.Refusal();
            }
        }
        else
        {
            handler.ServerCertificateCustomValidationCallback = check.IsTrusted;
        }
    }
}
