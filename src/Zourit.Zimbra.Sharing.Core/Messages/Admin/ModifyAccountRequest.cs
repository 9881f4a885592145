using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Changes an account's attributes (urn:zimbraAdmin ModifyAccountRequest). An empty value removes the attribute; <c>+name</c> and
/// <c>-name</c> add and remove single values, and only these are not safe to repeat blindly.
/// </summary>
public sealed record ModifyAccountRequest : ZimbraRequest<AccountResponse>
{
    /// <summary>The account's id (<c>id</c>).</summary>
    public required string AccountId { get; init; }

    /// <summary>The attributes to set (<c>a n</c>).</summary>
    public required AttributeList Attributes { get; init; }

    private static readonly ZimbraOperation Absolute = new("ModifyAccountRequest", ZimbraNamespace.Admin, RetrySafety.Converging);
    private static readonly ZimbraOperation Relative = new("ModifyAccountRequest", ZimbraNamespace.Admin, RetrySafety.Verifiable);

    internal override ZimbraOperation Operation =>
        Attributes.Any(attribute => attribute.Key.StartsWith('+') || attribute.Key.StartsWith('-')) ? Relative : Absolute;

    internal override LocalizedText? WhereToLook =>
        Operation == Absolute
            ? null
            : LocalizedText.Format(
                $"Look with GetAccountRequest for {AccountId} at the attributes that were to change.",
                $"Voyez par GetAccountRequest pour {AccountId} les attributs qui devaient changer."
            );

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("id", AccountId);
        Attributes.Write(writer);
    }

    internal override AccountResponse ReadResponse(ResponseElement response) =>
        new() { Account = DirectoryEntry.Read(response.RequiredChild("account")) };
}
