using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>The name under which a server was registered; empty for the one without a name.</summary>
internal sealed record RegisteredServer(string Name)
{
    /// <summary>Notes a registration.</summary>
    /// <exception cref="InvalidOperationException">The name is taken: one server's settings, the password too, would reach the
    /// other.</exception>
    public static void Add(IServiceCollection services, string name)
    {
        var server = new RegisteredServer(name);
        if (services.Any(service => !service.IsKeyedService && server.Equals(service.ImplementationInstance)))
        {
            throw new InvalidOperationException(
                name == Options.DefaultName
                    ? "AddZimbraSharing was called twice without a name, and the settings of both would be mixed. Give each server "
                        + "a name, e.g. AddZimbraSharing(\"asso\", section), and take its client by [FromKeyedServices(\"asso\")] or "
                        + $"{nameof(IZimbraClientFactory)}. To add to the settings of one server, call "
                        + $"{nameof(ZimbraSharingBuilder.Configure)} on what the first call returned."
                    : $"AddZimbraSharing was called twice for the server '{name}', and the settings of both would be mixed. Give "
                        + $"each server a name of its own, or call {nameof(ZimbraSharingBuilder.Configure)} on what the first call "
                        + "returned."
            );
        }

        services.AddSingleton(server);
    }
}
