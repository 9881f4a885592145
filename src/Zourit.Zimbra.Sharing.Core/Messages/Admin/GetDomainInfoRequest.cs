using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Reads what anybody may know of a domain, its public service host among it (urn:zimbraAdmin GetDomainInfoRequest, at the admin address,
/// without a token).
/// </summary>
public sealed record GetDomainInfoRequest : ZimbraRequest<DomainResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetDomainInfoRequest", ZimbraNamespace.Admin, RetrySafety.Safe)
    {
        CarriesToken = false,
    };

    /// <summary>By name or another of its names.</summary>
    public required DomainSelector Domain { get; init; }

    /// <summary>Include what the global configuration gives (<c>applyConfig</c>); null for the server's default, yes.</summary>
    public bool? ApplyConfig { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("applyConfig", ApplyConfig);
        Domain.Write(writer);
    }

    internal override DomainResponse ReadResponse(ResponseElement response) =>
        new() { Domain = DirectoryEntry.Read(response.RequiredChild("domain")) };
}
