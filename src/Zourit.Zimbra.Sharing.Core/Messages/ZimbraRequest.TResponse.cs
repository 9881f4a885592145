using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>A request whose reply is a <typeparamref name="TResponse"/>.</summary>
/// <typeparam name="TResponse">The immutable response.</typeparam>
public abstract record ZimbraRequest<TResponse> : ZimbraRequest
    where TResponse : class
{
    private protected ZimbraRequest() { }

    /// <summary>Reads the response element. Lenient: what it does not know is ignored.</summary>
    internal abstract TResponse ReadResponse(ResponseElement response);

    /// <summary>
    /// The response to tell when a repetition after a lost reply is refused by a fault that says "already so"; null when the fault says
    /// something else.
    /// </summary>
    internal virtual TResponse? AlreadyDone(ZimbraFault fault) => null;

    /// <summary>
    /// The fault by which a successful reply says that the token was not accepted and nothing was done, else null: a batch without a usable
    /// token answers 200 with AUTH_REQUIRED for each child (docs/protocol.md §1.9).
    /// </summary>
    internal virtual ZimbraFault? TokenRefusal(TResponse response) => null;

    /// <summary>The reply to report, and the faults in it, those of a batch's requests; null for none.</summary>
    /// <param name="response">The reply.</param>
    /// <param name="afterLoss">Whether an earlier reply was lost: then a fault that says "already so" is success.</param>
    internal virtual (TResponse Response, IReadOnlyList<ZimbraFault>? Refusals) Judge(TResponse response, bool afterLoss) =>
        (response, null);

    internal sealed override BatchOutcome ReadOutcome(ResponseElement? response, ZimbraFault? fault) =>
        new BatchOutcome<TResponse>(this, response is { } element ? ReadResponse(element) : null, fault);
}
