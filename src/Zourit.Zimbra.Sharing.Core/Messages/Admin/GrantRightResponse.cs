namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The right is granted. The server's answer holds nothing.</summary>
public sealed record GrantRightResponse;
