using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Deletes an account and its mailbox (urn:zimbraAdmin DeleteAccountRequest). Grants that name a guest's mail remain in the owners'
/// folders. Repeating it is <c>account.NO_SUCH_ACCOUNT</c>, which means done.
/// </summary>
/// <param name="AccountId">The account's id (<c>id</c>).</param>
public sealed record DeleteAccountRequest(string AccountId) : ZimbraRequest<DeleteAccountResponse>
{
    private static readonly ZimbraOperation Descriptor = new("DeleteAccountRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer) => writer.Attribute("id", AccountId);

    internal override DeleteAccountResponse? AlreadyDone(ZimbraFault fault) => fault.Code == ZimbraFaultCodes.NoSuchAccount ? new() : null;

    internal override DeleteAccountResponse ReadResponse(ResponseElement response) => new();
}
