namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>An HTTP failure on the way through a proxy.</summary>
/// <param name="proxy">The proxy's address.</param>
/// <param name="failure">The failure as HttpClient reports it.</param>
internal sealed class ProxyException(Uri proxy, HttpRequestException failure)
    : HttpRequestException(failure.HttpRequestError, failure.Message, failure, failure.StatusCode)
{
    public Uri Proxy { get; } = proxy;
}
