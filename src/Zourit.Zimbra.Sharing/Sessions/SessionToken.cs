namespace Zourit.Zimbra.Sharing.Sessions;

/// <summary>A token in use, and when to replace it. Compared by reference: two logins may give equal tokens.</summary>
internal sealed class SessionToken(Secret value, DateTimeOffset? renewAt)
{
    public Secret Value { get; } = value;

    /// <summary>When to log in again, ahead of the end; null when the end is not known.</summary>
    public DateTimeOffset? RenewAt { get; } = renewAt;

    /// <summary>A token to be renewed after nine tenths of its life; the server may name a life longer than the calendar.</summary>
    public static SessionToken Issued(Secret value, TimeSpan lifetime, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan use = lifetime > TimeSpan.Zero ? lifetime * 0.9 : TimeSpan.Zero;
        return new SessionToken(value, use < DateTimeOffset.MaxValue - now ? now + use : null);
    }
}
