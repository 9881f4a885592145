using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>The answer to a <see cref="GetShareInfoRequest"/>; an unknown or closed owner gives an empty list.</summary>
public sealed record GetShareInfoResponse
{
    /// <summary>The shares in no particular order.</summary>
    public required IReadOnlyList<ShareInfo> Shares
    {
        get;
        init => field = ContentList.Of(value);
    }
}
