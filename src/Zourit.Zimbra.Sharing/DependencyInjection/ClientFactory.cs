using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Makes the client of a container from its checked settings.</summary>
internal static class ClientFactory
{
    public static ZimbraClient Create(IServiceProvider services)
    {
        ZimbraSharingOptions options = services.GetRequiredService<IOptions<ZimbraSharingOptions>>().Value;
        ZimbraCredentials credentials = services.GetServices<CredentialsSource>().LastOrDefault() is { } source
            ? source.Create(services)
                ?? throw new InvalidOperationException(
                    $"The function given to " + $"{nameof(ZimbraSharingBuilder.UseCredentials)} returned null."
                )
            : Credentials(options);
        return new ZimbraClient(ZimbraHttp.Connect(services, options.ServerUri!, options.Client), credentials);
    }

    private static ZimbraCredentials Credentials(ZimbraSharingOptions options) =>
        options switch
        {
            { PreauthKey: { IsEmpty: false } key } => ZimbraCredentials.Preauth(options.Account!, key),
            { PasswordProvider: { } provider, IsAdmin: true } => ZimbraCredentials.Admin(options.Account!, provider),
            { PasswordProvider: { } provider } => ZimbraCredentials.Password(options.Account!, provider),
            { IsAdmin: true } => ZimbraCredentials.Admin(options.Account!, options.Password!.Value),
            _ => ZimbraCredentials.Password(options.Account!, options.Password!.Value),
        };
}
