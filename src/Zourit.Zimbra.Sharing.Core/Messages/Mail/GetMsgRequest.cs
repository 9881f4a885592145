using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>Reads a message with its text (urn:zimbraMail GetMsgRequest). Unknown is <c>mail.NO_SUCH_MSG</c>.</summary>
public sealed record GetMsgRequest : ZimbraRequest<GetMsgResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetMsgRequest", ZimbraNamespace.Mail, RetrySafety.Safe);

    /// <summary>The message's id (<c>m id</c>).</summary>
    public required string MessageId { get; init; }

    /// <summary>Prefer the HTML part (<c>html</c>); default no, the plain text.</summary>
    public bool Html { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("m"))
        {
            writer.Attribute("id", MessageId);
            writer.Attribute("html", Html);
        }
    }

    internal override GetMsgResponse ReadResponse(ResponseElement response) =>
        new() { Message = MailMessage.Read(response.RequiredChild("m")) };
}
