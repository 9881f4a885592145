using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Changes an account's attributes (urn:zimbraAdmin ModifyAccountRequest). An empty value removes the attribute; <c>+name</c> and
/// <c>-name</c> add and remove single values, and only these are not safe to repeat blindly.
/// </summary>
/// <param name="AccountId">The account's id (<c>id</c>).</param>
/// <param name="Attributes">The attributes to set (<c>a n</c>).</param>
public sealed record ModifyAccountRequest(string AccountId, AttributeList Attributes) : ZimbraRequest<AccountResponse>
{
    private static readonly ZimbraOperation Absolute = new("ModifyAccountRequest", ZimbraNamespace.Admin, RetrySafety.Converging);
    private static readonly ZimbraOperation Relative = new("ModifyAccountRequest", ZimbraNamespace.Admin, RetrySafety.Verifiable);

    internal override ZimbraOperation Operation =>
        Attributes.Any(attribute => attribute.Key.StartsWith('+') || attribute.Key.StartsWith('-')) ? Relative : Absolute;

    internal override string? WhereToLook =>
        Operation == Absolute ? null : $"Look with GetAccountRequest for {AccountId} at the attributes that were to change.";

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("id", AccountId);
        Attributes.Write(writer);
    }

    internal override AccountResponse ReadResponse(ResponseElement response) => new(DirectoryEntry.Read(response.RequiredChild("account")));
}
