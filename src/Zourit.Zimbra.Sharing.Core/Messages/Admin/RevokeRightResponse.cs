namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The right is revoked. The server's answer holds nothing.</summary>
public sealed record RevokeRightResponse;
