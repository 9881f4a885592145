namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The mails were handed to the server's mail transport. The server's answer holds nothing.</summary>
public sealed record SendShareNotificationResponse;
