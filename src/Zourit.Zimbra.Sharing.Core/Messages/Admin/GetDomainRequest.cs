using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>Reads a domain (urn:zimbraAdmin GetDomainRequest). Unknown is <c>account.NO_SUCH_DOMAIN</c>.</summary>
public sealed record GetDomainRequest : ZimbraRequest<DomainResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetDomainRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>By name, id or another of its names.</summary>
    public required DomainSelector Domain { get; init; }

    /// <summary>Include what the global configuration gives (<c>applyConfig</c>); null for the server's default, yes.</summary>
    public bool? ApplyConfig { get; init; }

    /// <summary>Only these attributes (<c>attrs</c>, comma separated); empty for all.</summary>
    public IReadOnlyList<string> AttributeNames
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("applyConfig", ApplyConfig);
        writer.Attribute("attrs", AttributeNames.Count == 0 ? null : string.Join(',', AttributeNames));
        Domain.Write(writer);
    }

    internal override DomainResponse ReadResponse(ResponseElement response) =>
        new() { Domain = DirectoryEntry.Read(response.RequiredChild("domain")) };
}
