using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>Reads an account's mailbox, and makes it if it has none yet (urn:zimbraAdmin GetMailboxRequest).</summary>
public sealed record GetMailboxRequest : ZimbraRequest<GetMailboxResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetMailboxRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

    /// <summary>The account's id (<c>mbox id</c>).</summary>
    public required string AccountId { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("mbox"))
        {
            writer.Attribute("id", AccountId);
        }
    }

    internal override GetMailboxResponse ReadResponse(ResponseElement response)
    {
        ResponseElement mailbox = response.RequiredChild("mbox");
        return new GetMailboxResponse { MailboxId = mailbox.RequiredText("mbxid"), Size = mailbox.Int64("s") ?? 0 };
    }
}
