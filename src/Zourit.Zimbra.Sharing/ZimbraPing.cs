namespace Zourit.Zimbra.Sharing;

/// <summary>What a server answers to <see cref="ZimbraClient.PingAsync"/>.</summary>
public sealed record ZimbraPing
{
    /// <summary>The primary name of the account that the client is logged in as (<c>name</c>).</summary>
    public required string Account { get; init; }

    /// <summary>The server's version (<c>version</c>), e.g. <c>10.1.0_GA_0000</c>; empty where the server does not say.</summary>
    public required string Version { get; init; }

    /// <summary>How far the server's clock is ahead of this machine's (or of <see cref="ZimbraClientOptions.TimeProvider"/>), by the
    /// reply's
    /// <c>Date</c>, which counts whole seconds; null where the reply has none.</summary>
    public TimeSpan? ClockDifference { get; init; }
}
