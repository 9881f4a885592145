using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Registers the library with a container.</summary>
public static class ZimbraSharingServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="ZimbraClient"/> as singleton, closed with the container, with settings from configuration. Invalid settings
    /// stop the host at its start with an <see cref="OptionsValidationException"/> that names each of them and the remedy; without a host
    /// they do so when the client is first requested.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configuration">The section with the settings, e.g. <c>configuration.GetSection("Zimbra")</c>; see
    /// <see cref="ZimbraSharingOptions"/>. A key of the section that is no setting is an error.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A client without a name is registered already: give each server a name.</exception>
    public static ZimbraSharingBuilder AddZimbraSharing(this IServiceCollection services, IConfiguration configuration)
    {
        Argument.NotNull(configuration);
        return Register(services, Options.DefaultName, options => new SettingReader(configuration, options).ReadAll());
    }

    /// <summary>Registers a <see cref="ZimbraClient"/> as singleton, closed with the container, with settings made in code; they are
    /// validated as those of configuration are.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Makes the settings.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A client without a name is registered already: give each server a name.</exception>
    public static ZimbraSharingBuilder AddZimbraSharing(this IServiceCollection services, Action<ZimbraSharingOptions> configure) =>
        Register(services, Options.DefaultName, configure);

    /// <summary>
    /// Registers the client of one of several servers, with settings from configuration. It is a keyed singleton
    /// (<c>[FromKeyedServices("asso")] ZimbraClient</c>), and <see cref="IZimbraClientFactory"/> gives it by its name. It shares nothing
    /// with the clients of other names: settings, HTTP handlers, limits and logins are its own.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="name">The program's name for the server, e.g. <c>asso</c>; upper and lower case differ.</param>
    /// <param name="configuration">The section with the server's settings and nothing else, e.g.
    /// <c>configuration.GetSection("ZimbraServers:Asso")</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">A client of that name is registered already.</exception>
    public static ZimbraSharingBuilder AddZimbraSharing(this IServiceCollection services, string name, IConfiguration configuration)
    {
        Argument.NotBlank(name);
        Argument.NotNull(configuration);
        return Register(services, name, options => new SettingReader(configuration, options).ReadAll());
    }

    /// <summary>Registers the client of one of several servers, with settings made in code.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="name">The program's name for the server, e.g. <c>asso</c>; upper and lower case differ.</param>
    /// <param name="configure">Makes the settings.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">A client of that name is registered already.</exception>
    public static ZimbraSharingBuilder AddZimbraSharing(
        this IServiceCollection services,
        string name,
        Action<ZimbraSharingOptions> configure
    )
    {
        Argument.NotBlank(name);
        return Register(services, name, configure);
    }

    private static ZimbraSharingBuilder Register(IServiceCollection services, string name, Action<ZimbraSharingOptions> configure)
    {
        Argument.NotNull(services);
        Argument.NotNull(configure);
        RegisteredServer.Add(services, name);
        services.AddOptions<ZimbraSharingOptions>(name).Configure(configure).ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<ZimbraSharingOptions>>(provider => new ContainerDefaults(name, provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ZimbraSharingOptions>, OptionsValidator>());
        services.TryAddSingleton<IZimbraClientFactory, ClientFactory>();
        if (name == Options.DefaultName)
        {
            services.AddSingleton(provider => ClientFactory.Create(provider, name));
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => ClientFactory.Create(provider, name));
        }

        return new ZimbraSharingBuilder(services, name, services.AddZimbraHttp(name));
    }
}
