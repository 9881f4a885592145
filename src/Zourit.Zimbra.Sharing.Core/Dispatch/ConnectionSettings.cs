using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>A client's options as they were when it was made: copied and validated once.</summary>
internal sealed record ConnectionSettings : CallSettings
{
    public const int DefaultRequestsPerSecond = 28;

    public Uri? AdminUri { get; init; }

    public bool AllowInsecureHttp { get; init; }

    public required int MaxConcurrentRequests { get; init; }

    /// <summary>Null for the default, which does not limit requests to this machine.</summary>
    public int? MaxRequestsPerSecond { get; init; }

    public required int MaxReplyBytes { get; init; }

    public required int MaxReplyDepth { get; init; }

    public required string UserAgent { get; init; }

    public required X509Certificate2Collection Roots { get; init; }

    public Action<SocketsHttpHandler>? ConfigureHttp { get; init; }

    public required ILogger Logger { get; init; }

    public int RequestsPerSecond(Uri server) => MaxRequestsPerSecond ?? (ServerAddress.IsLoopback(server) ? 0 : DefaultRequestsPerSecond);
}
