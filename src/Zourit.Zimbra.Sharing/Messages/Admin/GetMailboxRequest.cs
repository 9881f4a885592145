using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>Reads an account's mailbox, and makes it if it has none yet (urn:zimbraAdmin GetMailboxRequest).</summary>
/// <param name="AccountId">The account's id (<c>mbox id</c>).</param>
public sealed record GetMailboxRequest(string AccountId) : ZimbraRequest<GetMailboxResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetMailboxRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

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
        return new GetMailboxResponse(mailbox.RequiredText("mbxid"), mailbox.Int64("s") ?? 0);
    }
}
