using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.SignUp;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>Sends share mails from somebody, and keeps their copies in his Sent folder (protocol.md §5.3 to §5.5).</summary>
/// <param name="server">The server.</param>
/// <param name="author">Who tells of the folder: its owner, or the one who has mounted it.</param>
/// <param name="sender">The token's account.</param>
internal sealed class ShareNotice(FakeServer server, Account author, Account sender)
{
    /// <summary>Tells one grantee.</summary>
    /// <exception cref="SoapFault">The mail transport refuses the recipient, breaks off, or cannot be reached.</exception>
    public void Send(SharedFolder folder, string? action, string address, AccessGrant? grant, InternalGrantee? grantee, string? notes)
    {
        ShareMail share = Mail(folder, action, address, grant, grantee, notes);
        OutgoingMail mail = ShareMailComposer.Compose(
            action is null && grant?.Type == "guest" ? Linked(share, folder, address) : share,
            server.Directory.Now
        );
        Deliver(mail);
        Keep(mail);
    }

    /// <summary>
    /// Tells the members of a group: those of this server by one mail, each of the others by one with a link of his own, whose failure
    /// nobody hears of.
    /// </summary>
    /// <exception cref="SoapFault">The mail transport fails on a member of this server.</exception>
    public void SendToGroup(SharedFolder folder, string? action, DistributionList group, AccessGrant? grant, string? notes)
    {
        List<string> inside = [.. group.Members.Where(member => server.Directory.FindAccount(member) is not null)];
        ShareMail share = Mail(folder, action, group.Name, grant, InternalGrantee.Of(group), notes) with
        {
            ToHeader = string.Join(", ", inside),
        };
        if (inside.Count > 0)
        {
            OutgoingMail common = ShareMailComposer.Compose(share, server.Directory.Now);
            inside.ForEach(member => Deliver(common with { To = member }));
            Keep(common);
        }

        foreach (string member in group.Members.Except(inside))
        {
            ShareMail personal = share with { To = member, ToHeader = null, Grantee = null };
            OutgoingMail mail = ShareMailComposer.Compose(
                action is null ? Linked(personal, folder, member) : personal,
                server.Directory.Now
            );
            if (server.Send(mail))
            {
                Keep(mail);
            }
        }
    }

    private ShareMail Mail(
        SharedFolder folder,
        string? action,
        string address,
        AccessGrant? grant,
        InternalGrantee? grantee,
        string? notes
    ) =>
        new()
        {
            Owner = folder.Owner,
            Author = author,
            Sender = sender == author ? null : sender,
            Folder = folder.Folder,
            FolderName = folder.Name,
            To = address,
            Grantee = grantee,
            Rights = grant?.Rights ?? "",
            Action = action,
            Notes = notes,
            IsFrench = server.Directory.Attribute(sender, "zimbraPrefLocale")?.StartsWith("fr", StringComparison.Ordinal) == true,
        };

    private ShareMail Linked(ShareMail share, SharedFolder folder, string email)
    {
        string root = PublicAddress.Base(server.Directory, folder.Owner, server.UserUri);
        return share with
        {
            AcceptUrl = $"{root}/service/extuserprov/?p={ProvisioningToken.Sign(server.Directory, folder.Owner, folder.Folder.Id, email)}",
            LoginUrl = $"{root}?virtualacctdomain={folder.Owner.DomainName}",
        };
    }

    private void Deliver(OutgoingMail mail)
    {
        SmtpRefusal? refusal = server.Misbehave.Due<SmtpEffect>(MisbehaviourRules.Smtp) is [var injected, ..] ? injected.Outcome : null;
        if (refusal is SmtpRefusal.SendFailed)
        {
            throw new SoapFault("mail.SEND_FAILURE", "SMTP server reported: transaction failed");
        }

        if (refusal is SmtpRefusal.Unreachable)
        {
            throw new SoapFault("mail.TRY_AGAIN", "try again: Unable to connect to the MTA") { IsReceiver = true };
        }

        if (refusal is SmtpRefusal.AddressRefused || !server.Send(mail))
        {
            throw SoapFault.RecipientRefused(mail.To);
        }
    }

    private void Keep(OutgoingMail mail)
    {
        if (server.Directory.Attribute(author, "zimbraPrefSaveToSent") != "FALSE")
        {
            server.Keep(author, 5, mail);
        }
    }
}
