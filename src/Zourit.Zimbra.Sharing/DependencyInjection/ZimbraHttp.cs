using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Registers the named HttpClient whose handlers carry everything the library sends.</summary>
internal static class ZimbraHttp
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IHttpClientBuilder AddZimbraHttp(this IServiceCollection services, Action<SocketsHttpHandler>? configure = null) =>
        services.AddHttpClient(ZimbraClientOptions.HttpClientName)
            // WCF asks for the handler once and keeps it, so the pool itself must renew its connections (and see DNS changes).
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                var handler = new SocketsHttpHandler
                {
                    AutomaticDecompression = DecompressionMethods.All,
                    PooledConnectionLifetime = ConnectionLifetime,
                    ConnectTimeout = TimeSpan.FromSeconds(15),
                };
                configure?.Invoke(handler);

                // A 307 would re-send body and token to any host; a stale cookie fails even a login (protocol.md §1.5).
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                return handler;
            });
}
