using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.SignUp;
using Zourit.Zimbra.Sharing.Testing.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>Sends a share mail from an owner, and keeps the copy in his Sent folder (protocol.md §5.3 to §5.5).</summary>
internal sealed class ShareNotice(FakeServer server, Account owner, Account sender)
{
    /// <exception cref="SoapFault">The mail transport refuses the recipient, breaks off, or cannot be reached.</exception>
    public void Send(MailFolder folder, string? action, string address, AccessGrant? grant, Account? account, string? notes)
    {
        var share = new ShareMail
        {
            Owner = owner,
            Sender = sender == owner ? null : sender,
            Folder = folder,
            To = address,
            Grantee = account,
            Rights = grant?.Rights ?? "",
            Action = action,
            Notes = notes,
            IsFrench = server.Directory.Attribute(sender, "zimbraPrefLocale")?.StartsWith("fr", StringComparison.Ordinal) == true,
        };
        if (action is null && account is null && grant?.Type == "guest")
        {
            string root = PublicAddress.Base(server.Directory, owner, server.UserUri);
            share = share with
            {
                AcceptUrl = $"{root}/service/extuserprov/?p={ProvisioningToken.Sign(server.Directory, owner, folder.Id, address)}",
                LoginUrl = $"{root}?virtualacctdomain={owner.DomainName}",
            };
        }

        OutgoingMail mail = ShareMailComposer.Compose(share, server.Directory.Now);
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
            throw SoapFault.RecipientRefused(address);
        }

        if (server.Directory.Attribute(owner, "zimbraPrefSaveToSent") != "FALSE")
        {
            server.Keep(owner, 5, mail);
        }
    }
}
