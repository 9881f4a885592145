namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How to share with an account or group of the server.</summary>
public sealed record UserShareOptions
{
    /// <summary>The rights. Default <see cref="Permissions.Viewer"/>.</summary>
    public Permissions Permissions { get; init; } = Permissions.Viewer;

    /// <summary>When the share is to end. Default <see cref="ShareExpiry.Keep"/>: the end that stands, none for a new share.</summary>
    public ShareExpiry Expiry { get; init; }

    /// <summary>Have the server mail the grantee about a new share or changed rights. Default true.</summary>
    public bool Notify { get; init; } = true;

    /// <summary>Free text below the mail, plain; what HTML would take for markup is escaped. Null for none.</summary>
    public string? Note { get; init; }
}
