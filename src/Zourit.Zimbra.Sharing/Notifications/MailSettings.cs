namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>How a caller wants a grantee to be mailed about a share.</summary>
internal sealed record MailSettings
{
    public static MailSettings None { get; } = new();

    /// <summary>Whether a mail is sent about what a call changes.</summary>
    public bool Notify { get; init; }

    /// <summary>
    /// Whether to look if a mail about the share was ever sent, and to send one if not; a mail is sent again once it is certain that it did
    /// not leave.
    /// </summary>
    public bool Ensure
    {
        get => Notify && field;
        init;
    }

    /// <summary>The caller's note, not escaped yet.</summary>
    public string? Note { get; init; }
}
