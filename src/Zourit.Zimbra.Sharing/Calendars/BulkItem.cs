namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One item of a list of shares or renewals: the calendar that it is about.</summary>
public abstract record BulkItem
{
    private protected BulkItem() { }

    /// <summary>
    /// The calendar's owner; null for the client's own account. For others the client needs an administrator's credentials, or rights that
    /// the owner granted.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>The calendar's path or folder id.</summary>
    public required string Calendar { get; init; }

    /// <summary>What is missing, null where nothing is.</summary>
    internal virtual string? Missing => Calendar is null ? nameof(Calendar) : null;
}
