using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>
/// What everybody who is signed in may know of an account (urn:zimbraAccount GetAccountInfoRequest): an alias leads to its primary name and
/// id. Groups and unknown names are <c>service.PERM_DENIED</c>.
/// </summary>
public sealed record GetAccountInfoRequest : ZimbraRequest<GetAccountInfoResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetAccountInfoRequest", ZimbraNamespace.Account, RetrySafety.Safe);

    /// <summary>The account, by name, alias or id.</summary>
    public required AccountSelector Account { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    // Sent to learn whether the account exists, so "no such account" is an answer, not a failure.
    internal override bool IsAnswer(ZimbraFault fault) => fault.Code is ZimbraFaultCodes.PermissionDenied or ZimbraFaultCodes.NoSuchAccount;

    internal override void WriteContent(RequestWriter writer) => Account.Write(writer, "account");

    internal override GetAccountInfoResponse ReadResponse(ResponseElement response) =>
        new() { Name = response.RequiredText("name"), Attributes = AttributeList.Read(response.Children("attr"), "name") };
}
