using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a call to share or to renew would change, worked out by the code that applies it; nothing was changed.</summary>
public sealed record ShareChanges
{
    /// <summary>What the call would report: whether it would change anything.</summary>
    public required ShareOutcome Outcome { get; init; }

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar's path, spelled as in the mailbox.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The calendar's folder id.</summary>
    public required string FolderId { get; init; }

    /// <summary>Who has the share now, as the ACL names them; null when nobody has.</summary>
    public Grantee? Current { get; init; }

    /// <summary>The rights now; null when there is no share.</summary>
    public Permissions? CurrentPermissions { get; init; }

    /// <summary>The share's own end now, UTC; null when it has none, or there is no share.</summary>
    public DateTimeOffset? CurrentExpiry { get; init; }

    /// <summary>When the share ends now, its own end or the ceiling of the calendar's ACL, UTC; null for never, or when there is no
    /// share.</summary>
    public DateTimeOffset? CurrentEffectiveExpiry { get; init; }

    /// <summary>The rights afterwards.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The share's own end afterwards as far as it is asked for, UTC; the server's lifetime policy may set one all the
    /// same.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>
    /// A guest's grant that would be revoked, since its address has become an account of the server and lets nobody in; null for none.
    /// </summary>
    public Grantee? Revokes { get; init; }

    /// <summary>Whom the call would have the server mail, spelled as in the ACL; null for nobody.</summary>
    public string? MailTo { get; init; }
}
