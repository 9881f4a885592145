namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What to list.</summary>
public sealed record ListSharesOptions
{
    /// <summary>
    /// List the grants of all folders of the mailbox, mail folders, address books and documents too, instead of those of its calendars
    /// alone. Default false. Without meaning where one folder is named: that may be any.
    /// </summary>
    public bool AllFolders { get; init; }
}
