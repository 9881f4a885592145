using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Reads attributes of the global configuration (urn:zimbraAdmin GetConfigRequest), e.g. <c>zimbraExternalAccountProvisioningKey</c>.
/// </summary>
public sealed record GetConfigRequest : ZimbraRequest<GetConfigResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetConfigRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>The attribute's name (<c>a n</c>).</summary>
    public required string AttributeName { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("a"))
        {
            writer.Attribute("n", AttributeName);
        }
    }

    internal override GetConfigResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Attributes = AttributeList.Read(response.Children("a").Where(a => a.Flag("pd") != true)),
            IsHidden = response.Children("a").Any(a => a.Flag("pd") == true),
        };
}
