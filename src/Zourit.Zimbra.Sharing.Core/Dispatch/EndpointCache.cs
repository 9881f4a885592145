namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// Calls to servers other than the client's own, by host and port. Personal links and feeds can lead to ever more of them, so only the
/// most recently used are kept; one that was dropped starts afresh.
/// </summary>
internal sealed class EndpointCache(Func<Uri, ServerEndpoint> make)
{
    public const int Most = 64;

    private readonly RecentCache<ServerEndpoint> _recent = new(Most, endpoint => endpoint.Telemetry.Forget());

    public IReadOnlyList<ServerEndpoint> All => _recent.All;

    public ServerEndpoint At(Uri address) => _recent.At(address.Authority, () => make(address));
}
