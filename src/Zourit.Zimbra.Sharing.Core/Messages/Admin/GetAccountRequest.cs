using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>Reads an account (urn:zimbraAdmin GetAccountRequest); aliases resolve. Unknown is <c>account.NO_SUCH_ACCOUNT</c>.</summary>
public sealed record GetAccountRequest : ZimbraRequest<AccountResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetAccountRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>By name or id.</summary>
    public required AccountSelector Account { get; init; }

    /// <summary>Include what the class of service gives (<c>applyCos</c>); null for the server's default, yes.</summary>
    public bool? ApplyCos { get; init; }

    /// <summary>
    /// Only these attributes (<c>attrs</c>, comma separated); empty for all. An unknown name is <c>service.INVALID_REQUEST</c>.
    /// </summary>
    public IReadOnlyList<string> AttributeNames
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("applyCos", ApplyCos);
        writer.Attribute("attrs", AttributeNames.Count == 0 ? null : string.Join(',', AttributeNames));
        Account.Write(writer, "account");
    }

    internal override AccountResponse ReadResponse(ResponseElement response) =>
        new() { Account = DirectoryEntry.Read(response.RequiredChild("account")) };
}
