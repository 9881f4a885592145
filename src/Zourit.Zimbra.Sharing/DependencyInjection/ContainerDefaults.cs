using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Takes from the container what the settings of a server leave open: where to log, and the clock.</summary>
internal sealed class ContainerDefaults(string server, IServiceProvider services) : IPostConfigureOptions<ZimbraSharingOptions>
{
    public void PostConfigure(string? name, ZimbraSharingOptions options)
    {
        if (name != server)
        {
            return;
        }

        options.Client.LoggerFactory ??= services.GetService<ILoggerFactory>();
        if (options.Client.TimeProvider == TimeProvider.System && services.GetService<TimeProvider>() is { } time)
        {
            options.Client.TimeProvider = time;
        }
    }
}
