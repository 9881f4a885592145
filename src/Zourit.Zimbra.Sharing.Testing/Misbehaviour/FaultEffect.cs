namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// A SOAP fault in place of an operation's answer; asked for by the dispatcher of SOAP requests before the operation runs.
/// </summary>
/// <param name="Code">Zimbra's code, such as <c>service.FAILURE</c>.</param>
/// <param name="Reason">The text of the fault.</param>
/// <param name="IsReceiver">Whether the fault says <c>Receiver</c> (the server's doing) rather than <c>Sender</c>.</param>
/// <param name="IsAfterEffect">Whether the work is done first.</param>
internal sealed record FaultEffect(string Code, string Reason, bool IsReceiver, bool IsAfterEffect) : IEffect
{
    /// <inheritdoc/>
    public string Kind => $"{(IsAfterEffect ? "FaultAfterEffect" : "Fault")} {Code}";
}
