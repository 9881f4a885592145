namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>What an injected SOAP fault says besides its code.</summary>
public sealed record FaultOptions
{
    /// <summary>The text of the fault (<c>soap:Reason</c>); null (the default) for its code.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the fault is said to be the server's doing (<c>Receiver</c>) rather than the caller's. Default false.</summary>
    public bool IsReceiver { get; init; }
}
