using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>Hands mails over, one recipient at a time, and keeps their copies.</summary>
/// <param name="directory">The server's accounts and clock.</param>
/// <param name="outbox">Where mails go.</param>
/// <param name="misbehave">What goes wrong with them.</param>
/// <param name="hostRetry">How long a mail server that could not be reached is not asked again.</param>
internal sealed class MailTransport(ZimbraDirectory directory, Outbox outbox, MisbehaviourRules misbehave, TimeSpan hostRetry)
{
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Sends a mail to its recipient.</summary>
    /// <exception cref="DeliveryException">It did not leave.</exception>
    public void Send(OutgoingMail mail)
    {
        if (directory.Now < _notBefore)
        {
            throw new DeliveryException(DeliveryProblem.NotTried, mail.To);
        }

        switch (misbehave.Due<SmtpEffect>(MisbehaviourRules.Smtp) is [var injected, ..] ? injected.Outcome : (SmtpRefusal?)null)
        {
            case SmtpRefusal.SendFailed:
                throw new DeliveryException(DeliveryProblem.SendFailed, mail.To);
            case SmtpRefusal.Unreachable:
                _notBefore = directory.Now + hostRetry;
                throw new DeliveryException(DeliveryProblem.Unreachable, mail.To);
            case SmtpRefusal.AddressRefused:
                throw new DeliveryException(DeliveryProblem.AddressRefused, mail.To);
            default:
                break;
        }

        if (outbox.Refuses(mail.EnvelopeTo))
        {
            throw new DeliveryException(DeliveryProblem.AddressRefused, mail.To);
        }

        outbox.Add(mail);
        if (
            outbox.Delivers(mail.EnvelopeTo)
            && directory.FindAccount(mail.EnvelopeTo) is { } recipient
            && recipient.Attributes["zimbraMailStatus"] != "disabled"
            && HasRoom(recipient, mail)
        )
        {
            Keep(recipient, SystemFolder.Inbox, mail);
        }
    }

    /// <summary>
    /// Checks that the sender's mailbox takes the copy of a mail: the server stores it before it hands the mail over, and removes it again
    /// when the mail cannot leave.
    /// </summary>
    /// <exception cref="DeliveryException">The mailbox is full.</exception>
    public void RequireRoom(Account sender, OutgoingMail mail)
    {
        if (!HasRoom(sender, mail))
        {
            throw new DeliveryException(DeliveryProblem.MailboxFull, Quota(sender).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Puts a copy into a mailbox and gives its id.</summary>
    public int Keep(Account account, int folderId, OutgoingMail mail)
    {
        Mailbox mailbox = directory.MailboxOf(account);
        int revision = mailbox.Touch();
        DateTimeOffset now = directory.Now;
        int id = mailbox.TakeId();
        mailbox.Messages.Add(
            new SentMessage
            {
                Id = id,
                FolderId = folderId,
                Date = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
                Mail = mail,
                Revision = revision,
            }
        );
        mailbox.Thread(mail);
        return id;
    }

    private bool HasRoom(Account account, OutgoingMail mail) =>
        Quota(account) is var quota && (quota == 0 || (account.Mailbox?.Size ?? 0) + mail.Raw.Length <= quota);

    private long Quota(Account account) =>
        long.TryParse(directory.Attribute(account, "zimbraMailQuota"), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            ? bytes
            : 0;
}
