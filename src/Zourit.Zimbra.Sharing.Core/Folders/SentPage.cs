using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>Some of the sent mails to an address.</summary>
/// <param name="Messages">The mails, whole.</param>
/// <param name="End">How many mails this page and those before it passed.</param>
/// <param name="More">Whether there are older ones.</param>
internal sealed record SentPage(IReadOnlyList<MailMessage> Messages, int End, bool More);
