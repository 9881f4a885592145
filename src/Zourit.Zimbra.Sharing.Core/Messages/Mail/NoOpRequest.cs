using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>Does nothing but check that the token is good (urn:zimbraMail NoOpRequest).</summary>
public sealed record NoOpRequest : ZimbraRequest<NoOpResponse>
{
    private static readonly ZimbraOperation Descriptor = new("NoOpRequest", ZimbraNamespace.Mail, RetrySafety.Safe);

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        // The request has no content.
    }

    internal override NoOpResponse ReadResponse(ResponseElement response) => new();
}
