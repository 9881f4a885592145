using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Makes the clients of a container from their validated settings.</summary>
internal sealed class ClientFactory(IServiceProvider services, IEnumerable<RegisteredServer> servers) : IZimbraClientFactory
{
    public IReadOnlyList<string> Names { get; } = [.. servers.Select(server => server.Name).Where(name => name != Options.DefaultName)];

    public ZimbraClient GetClient(string name)
    {
        Argument.NotBlank(name);
        return services.GetKeyedService<ZimbraClient>(name)
            ?? throw Argument.Invalid(
                Names.Count == 0
                    ? LocalizedText.Format(
                        $"No server '{Quoted.Of(name)}' is registered. Register it by AddZimbraSharing(name, section).",
                        $"Aucun serveur « {Quoted.Of(name)} » n'est enregistré. Enregistrez-le par AddZimbraSharing(name, section)."
                    )
                    : LocalizedText.Format(
                        $"No server '{Quoted.Of(name)}' is registered. Registered are: "
                            + $"{string.Join(", ", Names.Select(known => $"'{known}'"))}.",
                        $"Aucun serveur « {Quoted.Of(name)} » n'est enregistré. Le sont : {string.Join(", ", Names)}."
                    ),
                nameof(name)
            );
    }

    public static ZimbraClient Create(IServiceProvider services, string name)
    {
        ZimbraSharingOptions options = services.GetRequiredService<IOptionsMonitor<ZimbraSharingOptions>>().Get(name);
        ZimbraCredentials credentials = services.GetServices<CredentialsSource>().LastOrDefault(source => source.Server == name)
            is { } source
            ? source.Create(services)
                ?? throw new InvalidOperationException(
                    $"The function given to {nameof(ZimbraSharingBuilder.UseCredentials)} returned null."
                )
            : Credentials(options);
        return new ZimbraClient(ZimbraHttp.Connect(services, name, options), credentials);
    }

    private static ZimbraCredentials Credentials(ZimbraSharingOptions options) =>
        options switch
        {
            { PreauthKey: { IsEmpty: false } key } => ZimbraCredentials.Preauth(options.Account!, key),
            { PasswordProvider: { } provider, IsAdmin: true } => ZimbraCredentials.AdminFrom(options.Account!, provider),
            { PasswordProvider: { } provider } => ZimbraCredentials.PasswordFrom(options.Account!, provider),
            { IsAdmin: true } => ZimbraCredentials.Admin(options.Account!, options.Password!.Value),
            _ => ZimbraCredentials.Password(options.Account!, options.Password!.Value),
        };
}
