using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Deletes an account and its mailbox (urn:zimbraAdmin DeleteAccountRequest). Grants that name a guest's mail remain in the owners'
/// folders. Repeating it is <c>account.NO_SUCH_ACCOUNT</c>, which means done.
/// </summary>
public sealed record DeleteAccountRequest : ZimbraRequest<DeleteAccountResponse>
{
    private static readonly ZimbraOperation Descriptor = new("DeleteAccountRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

    /// <summary>The account's id (<c>id</c>).</summary>
    public required string AccountId { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer) => writer.Attribute("id", AccountId);

    internal override DeleteAccountResponse? AlreadyDone(ZimbraFault fault) => fault.Code == ZimbraFaultCodes.NoSuchAccount ? new() : null;

    internal override DeleteAccountResponse ReadResponse(ResponseElement response) => new();
}
