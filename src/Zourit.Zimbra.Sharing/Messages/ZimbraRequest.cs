using Zourit.Zimbra.Sharing.Wire;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>
/// A typed SOAP request. Requests are immutable and may be sent any number of times, alone through
/// <c>ZimbraClient.SendAsync</c> or together in a <see cref="BatchRequest"/>.
/// </summary>
public abstract record ZimbraRequest : IRequestBody
{
    private protected ZimbraRequest()
    {
    }

    /// <summary>The request element's name, e.g. <c>GetFolderRequest</c>.</summary>
    public string OperationName => Operation.Name;

    internal abstract ZimbraOperation Operation { get; }

    string IRequestBody.Name => Operation.Name;

    string IRequestBody.Namespace => Operation.Namespace;

    void IRequestBody.WriteContent(RequestWriter writer) => WriteContent(writer);

    internal abstract void WriteContent(RequestWriter writer);

    internal abstract BatchOutcome ReadOutcome(ResponseElement? response, ZimbraFault? fault);
}
