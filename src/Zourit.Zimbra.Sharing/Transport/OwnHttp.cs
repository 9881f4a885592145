using Microsoft.Extensions.DependencyInjection;
using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// The HTTP handlers of a client that was made without a container: the same registration in a small container of its own.
/// </summary>
internal static class OwnHttp
{
    public static Connection Connect(Uri server, ZimbraClientOptions options)
    {
        var services = new ServiceCollection();

        // No provider of logs lives in this container, so the factory's logging handlers would only cost.
        services.AddZimbraHttp(_ => options).RemoveAllLoggers();
        ServiceProvider provider = services.BuildServiceProvider();
        return ZimbraHttp.Connect(provider, server, options, owned: provider);
    }
}
