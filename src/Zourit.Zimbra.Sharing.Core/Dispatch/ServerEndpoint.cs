using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// How one address is asked: the breaker and the repetitions are the address's own; places and rate are those of the machine, which counts
/// all that comes to it.
/// </summary>
internal sealed class ServerEndpoint(
    CallTelemetry telemetry,
    ConnectionSettings options,
    SemaphoreSlim places,
    RequestRate? rate,
    ILogger logger,
    CancellationToken closing
)
{
    private SemaphoreSlim Places { get; } = places;

    private RequestRate? Rate { get; } = rate;

    public CallTelemetry Telemetry { get; } = telemetry;

    public CallPipeline Pipeline { get; } = new(options, telemetry, places, closing, rate);

    /// <summary>Changes that must not be made twice.</summary>
    public VerifyThenRetry Verify { get; } = new(options, telemetry, closing);

    /// <summary>The calls to another machine.</summary>
    public static ServerEndpoint To(Uri address, ConnectionSettings options, ILogger logger, CancellationToken closing) =>
        new(
            new CallTelemetry(address, options.TimeProvider, logger),
            options,
            new SemaphoreSlim(options.MaxConcurrentRequests),
            options.RequestsPerSecond(address) is > 0 and var perSecond ? new RequestRate(perSecond, options.TimeProvider) : null,
            logger,
            closing
        );

    /// <summary>The calls to another address of the same machine.</summary>
    public ServerEndpoint Beside(Uri address) =>
        new(new CallTelemetry(address, options.TimeProvider, logger), options, Places, Rate, logger, closing);

    /// <summary>
    /// Waits until the machine may be asked once more (<see cref="ZimbraClientOptions.MaxRequestsPerSecond"/>). The pipeline has done so
    /// for the request that an attempt starts with.
    /// </summary>
    public ValueTask WaitAsync(string operation, CancellationToken cancellationToken) =>
        Rate?.WaitAsync(operation, cancellationToken, isUnderWay: true) ?? ValueTask.CompletedTask;
}
