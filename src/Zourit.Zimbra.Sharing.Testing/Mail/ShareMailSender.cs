using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>
/// Sends share mails, and keeps a copy of each in the author's Sent folder, whatever the author's settings say (docs/protocol.md §5.3 to
/// §5.5 and §F).
/// </summary>
/// <param name="directory">The server's accounts.</param>
/// <param name="transport">What carries the mails.</param>
/// <param name="author">Whose mailbox the mails come from: the folder's owner, or the one who has mounted it.</param>
/// <param name="sender">The token's account.</param>
internal sealed class ShareMailSender(ZimbraDirectory directory, MailTransport transport, Account author, Account sender)
{
    /// <summary>Sends one grantee's mail.</summary>
    /// <exception cref="DeliveryException">The mail did not leave.</exception>
    public void Send(MailedShare about, string address, InternalGrantee? grantee)
    {
        ShareMail share = Mail(about, address, grantee);
        OutgoingMail mail = ShareMailComposer.Compose(
            about is { Action: null, Grant.Type: "guest" } ? Linked(share, about.Folder, address) : share,
            directory.Now
        );
        transport.RequireRoom(author, mail);
        transport.Send(mail);
        transport.Keep(author, SystemFolder.Sent, mail);
    }

    /// <summary>
    /// Sends the mails of a group: one mail to the members of this server, and to each of the others one with a link of their own, whose
    /// failure is not reported.
    /// </summary>
    /// <exception cref="DeliveryException">The mail to the members of this server did not leave.</exception>
    public void SendToGroup(MailedShare about, DistributionList group)
    {
        List<string> inside = [.. group.Members.Where(member => directory.FindAccount(member) is not null)];
        ShareMail share = Mail(about, group.Name, InternalGrantee.Of(group)) with { ToHeader = string.Join(", ", inside) };
        if (inside.Count > 0)
        {
            OutgoingMail common = ShareMailComposer.Compose(share, directory.Now);
            transport.RequireRoom(author, common);
            inside.ForEach(member => transport.Send(common with { To = member }));
            transport.Keep(author, SystemFolder.Sent, common);
        }

        foreach (string member in group.Members.Except(inside))
        {
            ShareMail personal = share with { To = member, ToHeader = null, Grantee = null };
            OutgoingMail mail = ShareMailComposer.Compose(
                about.Action is null ? Linked(personal, about.Folder, member) : personal,
                directory.Now
            );
            SendUnheard(mail);
        }
    }

    private void SendUnheard(OutgoingMail mail)
    {
        try
        {
            transport.RequireRoom(author, mail);
            transport.Send(mail);
            transport.Keep(author, SystemFolder.Sent, mail);
        }
        catch (DeliveryException)
        {
            // The server logs it, and goes on with the next member.
            return;
        }
    }

    private ShareMail Mail(MailedShare about, string address, InternalGrantee? grantee) =>
        new()
        {
            Owner = about.Folder.Owner,
            Author = author,
            Sender = sender == author ? null : sender,
            Folder = about.Folder.Folder,
            FolderName = about.Folder.Name,
            To = address,
            Grantee = grantee,
            Rights = about.Grant?.Rights ?? "",
            Action = about.Action,
            Notes = about.Notes,
            IsFrench = directory.Attribute(sender, "zimbraPrefLocale")?.StartsWith("fr", StringComparison.Ordinal) == true,
        };

    private ShareMail Linked(ShareMail share, MailedFolder folder, string email)
    {
        string root = PublicAddress.Base(directory, folder.Owner);
        return share with
        {
            AcceptUrl = $"{root}/service/extuserprov/?p={ProvisioningToken.Sign(directory, folder.Owner, folder.Folder.Id, email)}",
            LoginUrl = $"{root}?virtualacctdomain={folder.Owner.DomainName}",
        };
    }
}
