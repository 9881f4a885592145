using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Registers the library with a container.</summary>
public static class ZimbraSharingServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="ZimbraClient"/> as singleton, closed with the container, with settings from configuration. Bad settings stop
    /// the host at its start with an <see cref="OptionsValidationException"/> that names each of them and the remedy; without a host they
    /// do so when the client is first asked for.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configuration">The section with the settings, e.g. <c>configuration.GetSection("Zimbra")</c>; see
    /// <see cref="ZimbraSharingOptions"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ZimbraSharingBuilder AddZimbraSharing(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddZimbraSharing(options => new SettingReader(configuration, options).ReadAll());
    }

    /// <summary>Registers a <see cref="ZimbraClient"/> as singleton, closed with the container, with settings made in code; they are
    /// checked as those of configuration are. May be called after the other overload, to add what configuration cannot hold.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Makes the settings.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ZimbraSharingBuilder AddZimbraSharing(this IServiceCollection services, Action<ZimbraSharingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        OptionsBuilder<ZimbraSharingOptions> options = services.AddOptions<ZimbraSharingOptions>().Configure(configure);
        if (services.Any(service => service.ImplementationType == typeof(OptionsValidator)))
        {
            return new ZimbraSharingBuilder(services, services.AddHttpClient(ZimbraClientOptions.HttpClientName));
        }

        options.PostConfigure<IServiceProvider>(TakeFromContainer).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ZimbraSharingOptions>, OptionsValidator>();
        services.AddSingleton(ClientFactory.Create);
        return new ZimbraSharingBuilder(
            services,
            services.AddZimbraHttp(provider => provider.GetRequiredService<IOptions<ZimbraSharingOptions>>().Value.Client)
        );
    }

    private static void TakeFromContainer(ZimbraSharingOptions options, IServiceProvider services)
    {
        options.Client.LoggerFactory ??= services.GetService<ILoggerFactory>();
        if (options.Client.TimeProvider == TimeProvider.System && services.GetService<TimeProvider>() is { } time)
        {
            options.Client.TimeProvider = time;
        }
    }
}
