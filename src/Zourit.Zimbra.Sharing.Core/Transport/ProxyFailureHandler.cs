using System.Net;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// Names the proxy where it is the proxy that cannot be reached. HttpClient reports that like a server that cannot be.
/// </summary>
internal sealed class ProxyFailureHandler(HttpMessageHandler inner, IWebProxy proxy) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (IsOnTheWay(e.HttpRequestError) && ProxyFor(request.RequestUri) is { } used)
        {
            throw new ProxyException(used, e);
        }
        catch (OperationCanceledException e)
            when (ConnectTimeoutHandler.IsConnectTimeout(e, cancellationToken) && ProxyFor(request.RequestUri) is { } used)
        {
            throw new ProxyException(used, ConnectTimeoutHandler.TimedOut(e));
        }
    }

    private static bool IsOnTheWay(HttpRequestError error) =>
        error
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.ProxyTunnelError
                or HttpRequestError.UserAuthenticationError;

    private Uri? ProxyFor(Uri? address) => address is null || proxy.IsBypassed(address) ? null : proxy.GetProxy(address);
}
