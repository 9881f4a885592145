using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>The state a caller wants: who is to have which rights until when, and whether he is to be told.</summary>
internal sealed record DesiredGrant
{
    /// <summary>Guest, user or public; the server may resolve it to another type.</summary>
    public required GranteeType Type { get; init; }

    /// <summary>The grantee's bare address in small letters; null for the public.</summary>
    public string? Address { get; init; }

    public required Permissions Permissions { get; init; }

    public ShareExpiry Expiry { get; init; }

    /// <summary>Null keeps what stands.</summary>
    public Secret? Password { get; init; }

    /// <summary>The very grant that is meant, by its id in the ACL; null to find it by <see cref="Address"/>.</summary>
    public FolderGrant? Meant { get; init; }

    public bool Notify { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether to look if a mail about the share was ever sent, and to send one if not.</summary>
    public bool EnsureNotified { get; init; }

    public static DesiredGrant ForGuest(GuestAddress guest, GuestShareOptions options) =>
        new()
        {
            Type = GranteeType.Guest,
            Address = guest.Value,
            Permissions = options.Permissions,
            Expiry = options.Expiry,
            Password = options.GrantPassword,
            Notify = options.Notify,
            Note = options.Note,
            EnsureNotified = options is { Notify: true, EnsureNotified: true },
        };

    /// <summary>Why nothing of it may be sent; null when nothing is wrong. Asked first, since grants and mails may go in batches of their
    /// own: what only the mail's batch refuses would leave a grant that nobody is told of.</summary>
    /// <param name="now">The time.</param>
    /// <param name="revoke">What ends a share of this kind.</param>
    public string? Problem(DateTimeOffset now, string revoke) =>
        Expiry.Time <= now
            ? $"The end, {Expiry}, lies in the past: the server would take it, and the share would be dead at once. To end "
                + $"a share, use {revoke}."
        : Password is { } password && XmlText.Problem(password.Reveal()) is { } letter
            ? $"{nameof(GuestShareOptions.GrantPassword)} " + $"{letter}"
        : Note is { } note && XmlText.Problem(note) is { } character ? $"{nameof(GuestShareOptions.Note)} {character}"
        : null;

    public FolderGrant? FindIn(FolderAcl acl) =>
        Meant is not null ? acl.Grants.FirstOrDefault(grant => grant.Type == Meant.Type && grant.GranteeId == Meant.GranteeId)
        : Address is null ? GrantSearch.Public(acl)
        : GrantSearch.Standing(acl, Address);
}
