using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.Authentication;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Refines what <c>AddZimbraSharing</c> registered.</summary>
public sealed class ZimbraSharingBuilder
{
    internal ZimbraSharingBuilder(IServiceCollection services, IHttpClientBuilder httpClient)
    {
        Services = services;
        HttpClient = httpClient;
    }

    /// <summary>The services being registered.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// The named HttpClient (<see cref="ZimbraClientOptions.HttpClientName"/>) whose handlers carry everything the library sends: add
    /// handlers of your own, or set a proxy with <c>ConfigurePrimaryHttpMessageHandler</c>. A handler that accepts any certificate is
    /// refused; for an own authority set <see cref="ZimbraClientOptions.TrustedRoots"/>, which holds for a primary handler of yours, too.
    /// Redirects and cookies stay off also on a primary handler of yours, since a followed redirect would carry the token to another host.
    /// The handlers are made once, kept, and closed with the container.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>Takes the credentials from the program instead of the settings. The last call counts.</summary>
    /// <param name="create">Makes the credentials; called once, when the client is made. It may ask for services of the container.</param>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public ZimbraSharingBuilder UseCredentials(Func<IServiceProvider, ZimbraCredentials> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.AddSingleton(new CredentialsSource(create));
        return this;
    }
}
