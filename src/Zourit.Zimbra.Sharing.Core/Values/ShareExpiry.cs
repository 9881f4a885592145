namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// When a share is to end: <see cref="Keep"/> what is in force (the default), <see cref="Never"/>, or <see cref="At"/> a time.
/// </summary>
public readonly struct ShareExpiry : IEquatable<ShareExpiry>
{
    private readonly Kind _kind;
    private readonly DateTimeOffset _time;

    private ShareExpiry(Kind kind, DateTimeOffset time = default)
    {
        _kind = kind;
        _time = time;
    }

    private enum Kind
    {
        Keep,
        Never,
        At,
    }

    /// <summary>Leave the existing end; a new share gets none of its own. Also the value of <c>default</c>.</summary>
    public static ShareExpiry Keep => default;

    /// <summary>
    /// No end of its own. The server's ceiling for the folder may still end the share: see <c>CalendarShare.EffectiveExpiry</c>.
    /// </summary>
    public static ShareExpiry Never => new(Kind.Never);

    /// <summary>Whether the existing end is left.</summary>
    public bool IsKeep => _kind == Kind.Keep;

    /// <summary>Whether there is to be no end.</summary>
    public bool IsNever => _kind == Kind.Never;

    /// <summary>The end, UTC, in whole milliseconds as the server keeps it; null for <see cref="Keep"/> and <see cref="Never"/>.</summary>
    public DateTimeOffset? Time => _kind == Kind.At ? _time : null;

    /// <summary>An end (<c>grant expiry</c>).</summary>
    /// <param name="time">The moment from which the share gives nothing any more. Parts of a millisecond are dropped.</param>
    public static ShareExpiry At(DateTimeOffset time) =>
        new(Kind.At, DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds()));

    /// <summary>An end, as <see cref="At"/>.</summary>
    public static implicit operator ShareExpiry(DateTimeOffset time) => At(time);

    /// <summary>An end, as <see cref="At"/>.</summary>
    public static ShareExpiry FromDateTimeOffset(DateTimeOffset time) => At(time);

    /// <summary>Whether both say the same.</summary>
    public bool Equals(ShareExpiry other) => _kind == other._kind && _time == other._time;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ShareExpiry other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, _time);

    /// <summary><c>keep</c>, <c>never</c>, or the time in UTC.</summary>
    public override string ToString() =>
        _kind switch
        {
            Kind.Keep => "keep",
            Kind.Never => "never",
            _ => _time.ToString("u", null),
        };

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(ShareExpiry left, ShareExpiry right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ShareExpiry left, ShareExpiry right) => !left.Equals(right);
}
