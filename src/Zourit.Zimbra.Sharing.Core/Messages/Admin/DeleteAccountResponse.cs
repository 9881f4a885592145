namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The account is gone. The server's answer holds nothing.</summary>
public sealed record DeleteAccountResponse;
