using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>What the directory publishes of one owner's shares.</summary>
public sealed record OwnerShares
{
    /// <summary>The owner's account, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The id of the owner's account.</summary>
    public required string OwnerId { get; init; }

    /// <summary>
    /// The shares, one for each grant, in no particular order; those with the guest only, where one was asked for. Empty while
    /// <see cref="IsHidden"/>.
    /// </summary>
    public required IReadOnlyList<PublishedShare> Items
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>Values that are no shares: somebody wrote them by hand.</summary>
    public IReadOnlyList<string> Unreadable
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>
    /// The owner publishes shares, and the administrator may not read them (<c>pd="1"</c>): the right
    /// <c>get.account.zimbraSharedItem</c> is missing, or came less than 50 seconds ago, or the owner is a global administrator, whose
    /// attributes a delegated one never sees.
    /// </summary>
    public bool IsHidden { get; init; }
}
