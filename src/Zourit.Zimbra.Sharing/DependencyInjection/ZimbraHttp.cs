using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Registers the named HttpClient whose handlers carry everything the library sends.</summary>
internal static class ZimbraHttp
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IHttpClientBuilder AddZimbraHttp(this IServiceCollection services, Func<IServiceProvider, Action<SocketsHttpHandler>?> configure)
    {
        services.AddSingleton<PrimaryHandlers>();

        // Before everything the program configures, so that a primary handler of its own counts, wherever it is registered.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>>(new ConfigureNamedOptions<HttpClientFactoryOptions>(
            ZimbraClientOptions.HttpClientName,
            options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Primary(configure(builder.Services))))));

        // After everything the program configures, so that it holds for a primary handler of its own too.
        services.PostConfigure<HttpClientFactoryOptions>(ZimbraClientOptions.HttpClientName, options => options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            Harden(builder.PrimaryHandler);
            builder.Services.GetRequiredService<PrimaryHandlers>().Keep(builder.PrimaryHandler);
        }));

        // WCF asks for the handler once and keeps it, so the pool itself must renew its connections (and see DNS changes).
        return services.AddHttpClient(ZimbraClientOptions.HttpClientName).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    public static Connection Connect(IServiceProvider services, Uri server, ZimbraClientOptions options, IAsyncDisposable? owned = null)
    {
        HttpMessageHandler handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ZimbraClientOptions.HttpClientName);
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
    private static void Harden(HttpMessageHandler? primary)
    {
        switch (primary)
        {
            case DelegatingHandler wrapper:
                Harden(wrapper.InnerHandler);
                break;
            case SocketsHttpHandler sockets when sockets.AllowAutoRedirect || sockets.UseCookies:
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                break;
            case HttpClientHandler handler when handler.AllowAutoRedirect || handler.UseCookies:
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                break;
        }
    }
}
