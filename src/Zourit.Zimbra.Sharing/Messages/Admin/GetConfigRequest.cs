using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Reads attributes of the global configuration (urn:zimbraAdmin GetConfigRequest), e.g. <c>zimbraExternalAccountProvisioningKey</c>.
/// </summary>
/// <param name="AttributeName">The attribute's name (<c>a n</c>).</param>
public sealed record GetConfigRequest(string AttributeName) : ZimbraRequest<GetConfigResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetConfigRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("a"))
        {
            writer.Attribute("n", AttributeName);
        }
    }

    internal override GetConfigResponse ReadResponse(ResponseElement response) => new(AttributeList.Read(response.Children("a")));
}
