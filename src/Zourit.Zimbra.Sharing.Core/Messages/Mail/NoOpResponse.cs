namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The token is good. The server's answer holds nothing.</summary>
public sealed record NoOpResponse;
