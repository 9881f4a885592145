namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="GetMsgRequest"/>.</summary>
/// <param name="Message">The message with its parts.</param>
public sealed record GetMsgResponse(MailMessage Message);
