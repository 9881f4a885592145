using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>A token in use, and when to replace it. Compared by reference: two logins may give equal tokens.</summary>
/// <remarks>Its age is measured by the monotonic clock: the wall clock may be set.</remarks>
internal sealed class SessionToken
{
    private readonly TimeProvider _time;
    private readonly long _issued;
    private readonly TimeSpan? _lifetime;

    private SessionToken(Secret value, TimeSpan? lifetime, TimeProvider time)
    {
        Value = value;
        _time = time;
        _issued = time.GetTimestamp();
        _lifetime = lifetime;
    }

    public Secret Value { get; }

    /// <summary>Whether to log in again, ahead of the end: nine tenths of the lifetime are over.</summary>
    public bool IsDue => _lifetime is { } life && Age >= life * 0.9;

    /// <summary>Whether it is due, and the server takes it still.</summary>
    public bool IsStillGood => _lifetime is { } life && Age < life;

    private TimeSpan Age => _time.GetElapsedTime(_issued);

    /// <summary>A token of a login. The server may name a lifetime that is over.</summary>
    public static SessionToken Issued(Secret value, TimeSpan lifetime, TimeProvider time) =>
        new(value, lifetime > TimeSpan.Zero ? lifetime : TimeSpan.Zero, time);

    /// <summary>A token that was given from outside: its end is not known.</summary>
    public static SessionToken Given(Secret value) => new(value, lifetime: null, TimeProvider.System);
}
