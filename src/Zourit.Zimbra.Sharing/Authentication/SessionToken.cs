using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>A token in use, and when to replace it. Compared by reference: two logins may give equal tokens.</summary>
internal sealed class SessionToken(Secret value, DateTimeOffset? renewAt, DateTimeOffset? endsAt)
{
    public Secret Value { get; } = value;

    /// <summary>When to log in again, ahead of the end; null when the end is not known.</summary>
    public DateTimeOffset? RenewAt { get; } = renewAt;

    /// <summary>When the server takes it no longer; null when that is not known.</summary>
    public DateTimeOffset? EndsAt { get; } = endsAt;

    /// <summary>
    /// A token to be renewed after nine tenths of its life; the server may name a life longer than the calendar, or one that is over.
    /// </summary>
    public static SessionToken Issued(Secret value, TimeSpan lifetime, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan life = lifetime > TimeSpan.Zero ? lifetime : TimeSpan.Zero;
        return life < DateTimeOffset.MaxValue - now
            ? new SessionToken(value, now + (life * 0.9), now + life)
            : new SessionToken(value, renewAt: null, endsAt: null);
    }
}
