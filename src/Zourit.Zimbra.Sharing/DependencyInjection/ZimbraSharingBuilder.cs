using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Refines what <c>AddZimbraSharing</c> registered for a server.</summary>
public sealed class ZimbraSharingBuilder
{
    private readonly string _server;

    internal ZimbraSharingBuilder(IServiceCollection services, string server, IHttpClientBuilder httpClient)
    {
        Services = services;
        HttpClient = httpClient;
        _server = server;
    }

    /// <summary>The services being registered.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// The named HttpClient (<see cref="ZimbraClientOptions.HttpClientName"/>, followed by a dot and the server's name where it has one)
    /// whose handlers carry everything the client sends: add handlers of your own, or set a proxy with
    /// <c>ConfigurePrimaryHttpMessageHandler</c>. A handler that accepts any certificate is refused at the program's start; for an own
    /// authority set <see cref="ZimbraClientOptions.TrustedRoots"/>, which holds for a primary handler of yours, too. Redirects and cookies
    /// stay off also on a primary handler of yours, since a followed redirect would carry the token to another host, and its proxy is never
    /// used for this machine (<c>localhost</c>, <c>127.0.0.0/8</c>, <c>[::1]</c>). The handlers are made once, kept, and closed with the
    /// container.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>Adds to the server's settings what configuration cannot hold, or changes them; after those given before.</summary>
    /// <param name="configure">Changes the settings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public ZimbraSharingBuilder Configure(Action<ZimbraSharingOptions> configure)
    {
        Argument.NotNull(configure);
        Services.Configure(_server, configure);
        return this;
    }

    /// <summary>Takes the credentials from the program instead of the settings. The last call counts.</summary>
    /// <param name="create">Makes the credentials; called once, when the client is made. It may ask for services of the container.</param>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public ZimbraSharingBuilder UseCredentials(Func<IServiceProvider, ZimbraCredentials> create)
    {
        Argument.NotNull(create);
        Services.AddSingleton(new CredentialsSource(_server, create));
        return this;
    }
}
