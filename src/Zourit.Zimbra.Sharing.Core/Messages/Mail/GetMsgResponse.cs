namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="GetMsgRequest"/>.</summary>
public sealed record GetMsgResponse
{
    /// <summary>The message with its parts.</summary>
    public required MailMessage Message { get; init; }
}
