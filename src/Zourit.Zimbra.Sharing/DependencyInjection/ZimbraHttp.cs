using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Registers the named HttpClient whose handlers carry everything that the client of a server sends.</summary>
internal static class ZimbraHttp
{
    public static string NameOf(string server) =>
        server == Options.DefaultName ? ZimbraClientOptions.HttpClientName : $"{ZimbraClientOptions.HttpClientName}.{server}";

    public static IHttpClientBuilder AddZimbraHttp(this IServiceCollection services, string server)
    {
        string name = NameOf(server);
        services.TryAddSingleton<PrimaryHandlers>();

        // Before everything the program configures, so that a primary handler of its own counts, wherever it is registered.
        services.Insert(
            0,
            ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>>(
                new ConfigureNamedOptions<HttpClientFactoryOptions>(name, options =>
                    options.HttpMessageHandlerBuilderActions.Add(builder =>
                        builder.PrimaryHandler = PrimaryHandler.Create(SettingsOf(builder.Services, server).ConfigureHttp)
                    )
                )
            )
        );

        // After everything the program configures, so that it holds for a primary handler of its own too.
        services.PostConfigure<HttpClientFactoryOptions>(name, options => options.HttpMessageHandlerBuilderActions.Add(builder =>
            {
                builder.PrimaryHandler = PrimaryHandler.Harden(builder.PrimaryHandler, SettingsOf(builder.Services, server).Roots());
                builder.Services.GetRequiredService<PrimaryHandlers>().Keep(builder.PrimaryHandler);
            }));
        services.AddOptions<HandlerCheck>(server).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HandlerCheck>>(provider => new HandlerCheck.Validator(server, provider));

        // WCF asks for the handler once and keeps it, so the pool itself must renew its connections (and see DNS changes).
        return services.AddHttpClient(name).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    public static Connection Connect(IServiceProvider services, string server, ZimbraSharingOptions options) =>
        ZimbraClient.Connect(options.ServerUri!, options.Client, _ =>
            services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(NameOf(server))
        );

    private static ZimbraClientOptions SettingsOf(IServiceProvider services, string server) =>
        services.GetRequiredService<IOptionsMonitor<ZimbraSharingOptions>>().Get(server).Client;
}
