namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// The calls to other servers than the client's own, by host and port. Personal links and feeds may lead to ever new ones, so that of many
/// only those that were asked last are kept; one that is asked again begins anew.
/// </summary>
internal sealed class EndpointCache(Func<Uri, ServerEndpoint> make)
{
    public const int Most = 64;

    private readonly RecentCache<ServerEndpoint> _recent = new(Most, endpoint => endpoint.Telemetry.Forget());

    public IReadOnlyList<ServerEndpoint> All => _recent.All;

    public ServerEndpoint At(Uri address) => _recent.At(address.Authority, () => make(address));
}
