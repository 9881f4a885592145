namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The session is over. The server's answer holds nothing.</summary>
public sealed record EndSessionResponse;
