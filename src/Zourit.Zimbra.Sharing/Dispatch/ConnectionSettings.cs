using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>A client's options as they were when it was made: copied and validated once.</summary>
internal sealed record ConnectionSettings : CallSettings
{
    private const int DefaultRequestsPerSecond = 25;

    public Uri? AdminUri { get; init; }

    public bool AllowInsecureHttp { get; init; }

    public int MaxConcurrentRequests { get; init; } = 16;

    /// <summary>Null for the default, which does not limit requests to this machine.</summary>
    public int? MaxRequestsPerSecond { get; init; }

    public int MaxReplyBytes { get; init; } = 32 * 1024 * 1024;

    public int MaxReplyDepth { get; init; } = 128;

    public string UserAgent { get; init; } = "Zourit.Zimbra.Sharing";

    public X509Certificate2Collection Roots { get; init; } = [];

    public Action<SocketsHttpHandler>? ConfigureHttp { get; init; }

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public int RequestsPerSecond(Uri server) => MaxRequestsPerSecond ?? (ServerAddress.IsLoopback(server) ? 0 : DefaultRequestsPerSecond);
}
