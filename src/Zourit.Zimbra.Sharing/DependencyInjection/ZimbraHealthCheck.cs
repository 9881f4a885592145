using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Asks a server who the client is to it.</summary>
internal sealed class ZimbraHealthCheck(ZimbraClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            ZimbraPing answer = await client.PingAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy(
                $"{client.Server} serves {answer.Account}.",
                new Dictionary<string, object> { ["account"] = answer.Account, ["version"] = answer.Version }
            );
        }
        catch (ZimbraException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e);
        }
    }
}
