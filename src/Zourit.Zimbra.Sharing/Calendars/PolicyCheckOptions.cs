using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What to ask the sharing policy about.</summary>
public sealed record PolicyCheckOptions
{
    /// <summary>A guest's bare mail address, to ask the domain white list about; null for guests in general.</summary>
    public string? Guest { get; init; }

    /// <summary>The end that the share is to have. Default <see cref="ShareExpiry.Keep"/>: whatever the server gives it.</summary>
    public ShareExpiry Expiry { get; init; }
}
