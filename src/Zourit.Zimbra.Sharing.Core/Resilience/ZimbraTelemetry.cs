namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Names under which the library tells what it does, for OpenTelemetry and the like:
/// <c>tracing.AddSource(ZimbraTelemetry.ActivitySourceName)</c>, <c>metrics.AddMeter(ZimbraTelemetry.MeterName)</c>. Names, units and tags
/// of the instruments are listed in <c>docs/observability.md</c>; none carries a secret, an address of a person, or content. HTTP itself is
/// reported by .NET's own <c>System.Net.Http</c>.
/// </summary>
public static class ZimbraTelemetry
{
    /// <summary>The ActivitySource: one client span for each call of an operation, its repetitions and logins included.</summary>
    public const string ActivitySourceName = "Zourit.Zimbra.Sharing";

    /// <summary>The Meter: calls and their duration, repetitions, renewed logins, servers left alone.</summary>
    public const string MeterName = "Zourit.Zimbra.Sharing";
}
