namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The answer to a <see cref="GetShareInfoRequest"/>; an unknown or closed owner gives an empty list.</summary>
/// <param name="Shares">The shares in no particular order.</param>
public sealed record GetShareInfoResponse(IReadOnlyList<ShareInfo> Shares);
