using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>How a plan is applied.</summary>
public sealed record ApplyOptions
{
    private const int MostOwnersAtOnce = 64;

    private readonly int _maxConcurrency = 4;

    /// <summary>Where what is started and done is remembered; null for nowhere: then a mail that a killed run did not send stays
    /// missing.</summary>
    public ApplyJournal? Journal { get; init; }

    /// <summary>Whether changes that need approval are made.</summary>
    public bool IsApproved { get; init; }

    /// <summary>How old a plan may be; 24 hours by default.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>After how long nothing more is started; 2 hours by default.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How many owners are worked on at once: 1 to 64, 4 by default. The client's limit of requests a second holds
    /// besides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another number.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            Argument.AtLeast(value, 1);
            Argument.AtMost(value, MostOwnersAtOnce);
            _maxConcurrency = value;
        }
    }

    /// <summary>The part of the owners that is worked on; all by default. All shards apply the same saved plan.</summary>
    public Values.Shard Shard { get; init; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
