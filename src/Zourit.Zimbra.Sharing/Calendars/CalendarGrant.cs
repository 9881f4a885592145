using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One grant on one calendar, as listed.</summary>
public sealed record CalendarGrant
{
    /// <summary>Who was granted rights.</summary>
    public required Grantee Grantee { get; init; }

    /// <summary>The rights.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The grant's own end, UTC; null when it has none.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>When it really ends, UTC; null for never.</summary>
    public DateTimeOffset? EffectiveExpiry { get; init; }

    /// <summary>Whether it expired: it gives nothing any more, though the server lists it until its next clean-up.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether the internal grantee was deleted (<c>invalid</c>).</summary>
    public bool IsOrphan { get; init; }

    /// <summary>Whether a guest's grant holds a password that lets them in without an account.</summary>
    public bool HasGrantPassword { get; init; }

    /// <summary>
    /// Where a guest signs in with an account: their identifier; null for other grantees, and for a grant stored in a form that matches
    /// nobody.
    /// </summary>
    public GuestIdentifier? GuestIdentifier { get; init; }

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar's path.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The calendar's folder id.</summary>
    public required string FolderId { get; init; }

    /// <summary>Where the calendar is read.</summary>
    public required IcsAddress IcsAddress { get; init; }

    /// <summary>
    /// The https form of <see cref="IcsAddress"/> as far as known without asking: as <see cref="CalendarShare.EncryptedAddress"/>.
    /// </summary>
    public IcsAddress? EncryptedAddress { get; init; }

    /// <summary>The folder above whose grant this is; null when it is the calendar's own.</summary>
    public FolderPath? InheritedFrom { get; init; }
}
