using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What to ask the sharing policy about.</summary>
public sealed record PolicyCheckOptions
{
    /// <summary>A guest's bare mail address, to ask the domain white list about; null for guests in general.</summary>
    public string? Guest { get; init; }

    /// <summary>The end that the share is to have. Default <see cref="ShareExpiry.Keep"/>: whatever the server gives it.</summary>
    public ShareExpiry Expiry { get; init; }

    /// <summary>How old may be what an earlier call learned of the owner (urn:zimbraAccount GetInfoRequest), up to five minutes; zero by
    /// default: it is asked for. For who checks after having planned. What an administrator reads of the policy is always new.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan MaxAge
    {
        get;
        init
        {
            Argument.AtLeast(value, TimeSpan.Zero, nameof(MaxAge));
            field = value;
        }
    }
}
