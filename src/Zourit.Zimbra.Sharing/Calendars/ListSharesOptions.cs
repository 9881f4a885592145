namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What to list.</summary>
public sealed record ListSharesOptions
{
    /// <summary>The calendar's path or folder id, or any other folder's; null (the default) for all.</summary>
    public string? Calendar { get; init; }

    /// <summary>
    /// List the grants of all folders of the mailbox, mail folders, address books and documents too, instead of those of its calendars
    /// alone. Default false. Without meaning where one folder is named: that may be any.
    /// </summary>
    public bool AllFolders { get; init; }
}
