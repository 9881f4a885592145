using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Adds the library's health check.</summary>
public static class ZimbraHealthCheckExtensions
{
    // A probe is asked for every few seconds: one that hangs must not pile up.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Adds a check named <c>zimbra</c> of the server that was registered without a name: healthy where
    /// <see cref="ZimbraClient.PingAsync"/> is answered within 10 seconds. A probe is one cheap request. After a refused login it tries no
    /// password, however often it is asked for: it reports that refusal until another call of the program has logged in.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks</c> returned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddZimbra(this IHealthChecksBuilder builder)
    {
        Argument.NotNull(builder);
        return builder.Add(
            new HealthCheckRegistration(
                "zimbra",
                services => new ZimbraHealthCheck(services.GetRequiredService<ZimbraClient>()),
                failureStatus: null,
                tags: ["zimbra"],
                Longest
            )
        );
    }

    /// <summary>Adds a check named <c>zimbra-</c> and the server's name, as <see cref="AddZimbra(IHealthChecksBuilder)"/> does.</summary>
    /// <param name="builder">What <c>AddHealthChecks</c> returned.</param>
    /// <param name="server">The name given to <c>AddZimbraSharing</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="server"/> is empty.</exception>
    public static IHealthChecksBuilder AddZimbra(this IHealthChecksBuilder builder, string server)
    {
        Argument.NotNull(builder);
        Argument.NotBlank(server);
        return builder.Add(
            new HealthCheckRegistration(
                $"zimbra-{server}",
                services => new ZimbraHealthCheck(services.GetRequiredService<IZimbraClientFactory>().GetClient(server)),
                failureStatus: null,
                tags: ["zimbra"],
                Longest
            )
        );
    }
}
