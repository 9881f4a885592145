using System.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// A proxy that is never used for this machine. Plain http is allowed to loopback because nothing leaves the machine; .NET sends it to
/// <c>HTTP_PROXY</c> like any other, with the password in clear.
/// </summary>
/// <param name="proxy">The proxy for other machines; null for that of the environment, <see cref="HttpClient.DefaultProxy"/>.</param>
internal sealed class LoopbackBypass(IWebProxy? proxy) : IWebProxy
{
    private IWebProxy Proxy => proxy ?? HttpClient.DefaultProxy;

    public ICredentials? Credentials
    {
        get => Proxy.Credentials;
        set => Proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => ServerAddress.IsLoopback(destination) ? null : Proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => ServerAddress.IsLoopback(host) || Proxy.IsBypassed(host);
}
