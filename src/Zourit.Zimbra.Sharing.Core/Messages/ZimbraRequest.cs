using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>
/// A typed SOAP request. Requests are immutable and may be sent any number of times, alone through
/// <c>ZimbraClient.SendAsync</c> or together in a <see cref="BatchRequest"/>.
/// </summary>
public abstract record ZimbraRequest : IRequestBody
{
    private protected ZimbraRequest() { }

    /// <summary>The request element's name, e.g. <c>GetFolderRequest</c>.</summary>
    public string OperationName => Operation.Name;

    /// <summary>
    /// A mark of the caller's own (<c>requestId</c>), which the server copies to its answer, also to a fault. Null, the default, for none;
    /// in a batch it is then the request's place. An answer in a batch that bears another request's mark is refused as broken.
    /// </summary>
    public string? RequestId { get; init; }

    internal abstract ZimbraOperation Operation { get; }

    /// <summary>
    /// The change number that the folder had when it was read (<c>context change</c>): where it was changed since, the server refuses the
    /// request with <c>mail.MODIFY_CONFLICT</c>. Null to write in any case. In a batch the number is compared for each write, so that the
    /// second one on the same folder always conflicts with the first (docs/protocol.md §D).
    /// </summary>
    internal long? UnlessChangedSince { get; init; }

    /// <summary>
    /// The name of the account that the request is about, where it only holds the id: for the message when it is refused.
    /// </summary>
    internal string? AboutAccount { get; init; }

    string IRequestBody.Name => Operation.Name;

    string IRequestBody.Namespace => Operation.Namespace;

    void IRequestBody.WriteContent(RequestWriter writer)
    {
        writer.Attribute("requestId", RequestId);
        WriteContent(writer);
    }

    /// <summary>Whether a fault is one of the answers that the request asks for, and no failure.</summary>
    internal virtual bool IsAnswer(ZimbraFault fault) => false;

    /// <summary>Where to look, after a lost reply, whether the request was carried out: a sentence. Null where nothing tells.</summary>
    internal virtual LocalizedText? WhereToLook => null;

    internal abstract void WriteContent(RequestWriter writer);

    internal abstract BatchOutcome ReadOutcome(ResponseElement? response, ZimbraFault? fault);
}
