using System.Diagnostics.CodeAnalysis;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A share as it is after a call, reported by the server's ACL, not by what was asked.</summary>
public abstract record CalendarShare
{
    private protected CalendarShare() { }

    [SetsRequiredMembers]
    private protected CalendarShare(ShareFacts facts)
    {
        (FolderGrant grant, SharedFolder folder) = (facts.Result.Grant, facts.Result.Folder);
        Outcome = facts.Result.Outcome;
        Grantee = GrantSearch.GranteeOf(grant);
        Permissions = Permissions.ParseLenient(grant.Rights);
        Expiry = grant.Expiry;
        EffectiveExpiry = folder.Acl.EffectiveExpiry(grant);
        Owner = folder.Owner;
        Path = folder.Path;
        FolderId = folder.Id;
        IcsAddress = facts.Addresses.Ics;
        EncryptedAddress = facts.Addresses.Encrypted;
        CalDavAddress = facts.CalDavAddress;
        InheritedFrom = folder.InheritedFrom;
        Warnings = facts.Warnings;
    }

    /// <summary>What the call changed.</summary>
    public required ShareOutcome Outcome { get; init; }

    /// <summary>Who was granted rights, as the server resolved it.</summary>
    public required Grantee Grantee { get; init; }

    /// <summary>The rights that stand.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The share's own end, UTC; null when it has none.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>
    /// When the share really ends, UTC: its own end, else the ceiling of the folder's ACL (<c>guestGrantExpiry</c>,
    /// <c>internalGrantExpiry</c>); null for never.
    /// </summary>
    public DateTimeOffset? EffectiveExpiry { get; init; }

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar's path, spelled as in the mailbox.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The calendar's folder id.</summary>
    public required string FolderId { get; init; }

    /// <summary>Where the calendar is read.</summary>
    public required IcsAddress IcsAddress { get; init; }

    /// <summary>
    /// The https form of <see cref="IcsAddress"/>, to pass on instead where the server announces http, its default: the address itself if
    /// it is https already; that of the same host where this client reaches it through https; null where neither shows it.
    /// <see cref="FeedClient.FindEncryptedAddressAsync"/> asks the server.
    /// </summary>
    public IcsAddress? EncryptedAddress { get; init; }

    /// <summary>
    /// Where the calendar is read and, with the rights for it, written by CalDAV: the https form as far as it is known. Null where nobody
    /// can sign in there (the public, a guest with a grant password), and where CalDAV cannot carry the calendar's name.
    /// </summary>
    public CalDavAddress? CalDavAddress { get; init; }

    /// <summary>The folder above that gives the share to this one; null when the calendar has its own ACL.</summary>
    public FolderPath? InheritedFrom { get; init; }

    /// <summary>What should be known besides; empty when nothing.</summary>
    public IReadOnlyList<ShareWarning> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<ShareWarning>.Empty;
}
