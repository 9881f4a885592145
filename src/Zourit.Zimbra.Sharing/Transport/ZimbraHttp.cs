using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>Registers the named HttpClient whose handlers carry everything the library sends.</summary>
internal static class ZimbraHttp
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IHttpClientBuilder AddZimbraHttp(this IServiceCollection services, Func<IServiceProvider, ZimbraClientOptions> settings)
    {
        services.AddSingleton<PrimaryHandlers>();

        // Before everything the program configures, so that a primary handler of its own counts, wherever it is registered.
        services.Insert(
            0,
            ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>>(
                new ConfigureNamedOptions<HttpClientFactoryOptions>(ZimbraClientOptions.HttpClientName, options =>
                    options.HttpMessageHandlerBuilderActions.Add(builder =>
                        builder.PrimaryHandler = Primary(settings(builder.Services).ConfigureHttp)
                    )
                )
            )
        );

        // After everything the program configures, so that it holds for a primary handler of its own too.
        services.PostConfigure<HttpClientFactoryOptions>(ZimbraClientOptions.HttpClientName, options =>
            options.HttpMessageHandlerBuilderActions.Add(builder =>
            {
                Harden(builder.PrimaryHandler, CertificateCheck.From(settings(builder.Services)));
                builder.Services.GetRequiredService<PrimaryHandlers>().Keep(builder.PrimaryHandler);
            })
        );

        // WCF asks for the handler once and keeps it, so the pool itself must renew its connections (and see DNS changes).
        return services.AddHttpClient(ZimbraClientOptions.HttpClientName).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    public static Connection Connect(IServiceProvider services, Uri server, ZimbraClientOptions options, IAsyncDisposable? owned = null)
    {
        HttpMessageHandler handler = services
            .GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler(ZimbraClientOptions.HttpClientName);
        return new Connection(server, options, handler, options.LoggerFactory?.CreateLogger("Zourit.Zimbra.Sharing"), owned);
    }

    private static SocketsHttpHandler Primary(Action<SocketsHttpHandler>? configure)
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

    // A 307 would re-send body and token to any host; a stale cookie fails even a login (protocol.md §1.5).
    private static void Harden(HttpMessageHandler? primary, CertificateCheck? check)
    {
        switch (primary)
        {
            case DelegatingHandler wrapper:
                Harden(wrapper.InnerHandler, check);
                break;
            case SocketsHttpHandler sockets:
                if (sockets.AllowAutoRedirect || sockets.UseCookies)
                {
                    sockets.AllowAutoRedirect = false;
                    sockets.UseCookies = false;
                }

                if (check is not null)
                {
                    sockets.SslOptions.RemoteCertificateValidationCallback ??= check.IsTrusted;
                }

                break;
            case HttpClientHandler handler:
                Harden(handler, check);
                break;
        }
    }

    private static void Harden(HttpClientHandler handler, CertificateCheck? check)
    {
        if (handler.AllowAutoRedirect || handler.UseCookies)
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
        }

        if (handler.ServerCertificateCustomValidationCallback == HttpClientHandler.DangerousAcceptAnyServerCertificateValidator)
        {
            throw new InvalidOperationException(
                $"The primary handler of the HttpClient '{ZimbraClientOptions.HttpClientName}' accepts any certificate, so that anybody "
                    + $"on the way could read passwords "
                    + $"and tokens. Remove {nameof(HttpClientHandler.DangerousAcceptAnyServerCertificateValidator)}, and name an "
                    + $"authority of your own in "
                    + $"{nameof(ZimbraClientOptions.TrustedRoots)}."
            );
        }

        if (check is not null)
        {
            handler.ServerCertificateCustomValidationCallback ??= check.IsTrusted;
        }
    }
}
