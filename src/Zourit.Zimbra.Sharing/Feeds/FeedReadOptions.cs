using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Who reads a feed, which of its events are wanted, and the bounds of reading it.</summary>
public sealed record FeedReadOptions
{
    /// <summary>The largest feed that <see cref="MaxBytes"/> allows: 1 GiB.</summary>
    public const long LargestMaxBytes = 1024L * 1024 * 1024;

    /// <summary>
    /// Who reads; null (the default) for anybody. They are sent at once. Beware: a public calendar lets wrong credentials in as well.
    /// </summary>
    public FeedCredentials? Credentials { get; init; }

    /// <summary>The start of the window; events that end after it are returned. Null (the default): no lower bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of the window; events that start earlier are given. Null (the default) for no end: then series without an end are
    /// given up to <see cref="SeriesHorizon"/> from now.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>
    /// How far from now a series without an end is expanded when <see cref="To"/> is null. Default 366 days; from one day to 50 years.
    /// </summary>
    public TimeSpan SeriesHorizon { get; init; } = TimeSpan.FromDays(366);

    /// <summary>Whether a window with both bounds is also passed to the server (<c>start</c>, <c>end</c>, a day wider), which then leaves
    /// out what lies outside and shortens the transfer. Default true.</summary>
    public bool FilterOnServer { get; init; } = true;

    /// <summary>
    /// Whether cancelled events and instances are given too, with <see cref="FeedEvent.Status"/> saying so. Default false.
    /// </summary>
    public bool IncludeCancelled { get; init; }

    /// <summary>Where all-day events and events without a time zone are thought to happen. Default UTC.</summary>
    public TimeZoneInfo LocalTimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The largest feed that is read, in bytes after decompression. Default 64 MiB; from 1 KiB to <see cref="LargestMaxBytes"/>.
    /// It must come in within <see cref="ZimbraClientOptions.TotalTimeout"/>, and never stand still for
    /// <see cref="ZimbraClientOptions.AttemptTimeout"/>. Of a feed of more than 1 MiB an index is held in memory, and of its events those
    /// of one UID at a time; the rest lies in a temporary file that vanishes when reading ends. Whatever the feed holds, reading it takes
    /// at most 16 times its size in memory, beside what <see cref="MaxEvents"/> events take.</summary>
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many events, occurrences of series counted singly, are given at most. Default 100,000; from 1 to 1,000,000. Which ones
    /// are left out beyond is not defined; that some are is reported in <see cref="Feed.Problems"/>.</summary>
    public int MaxEvents { get; init; } = 100_000;

    /// <summary>How long reading the events of the feed may take, the waiting for the server aside. Default 30 seconds; from 100 ms to 10
    /// minutes. At most half of it is used up while the feed comes in, by noting where its events are. An ordinary feed of thousands of
    /// series takes a second or two. Single events are read first and large ones last; what is left out when the time is up is reported in
    /// <see cref="Feed.Problems"/>.</summary>
    public TimeSpan MaxExpansionTime { get; init; } = TimeSpan.FromSeconds(30);

    internal FeedReadOptions Checked(string parameter = "options")
    {
        if (From is { } from && To is { } to && to <= from)
        {
            throw Argument.Invalid(
                LocalizedText.Format(
                    $"{nameof(To)} ({to:u}) must be later than {nameof(From)} ({from:u}).",
                    $"{nameof(To)} ({to:u}) doit être après {nameof(From)} ({from:u})."
                ),
                parameter
            );
        }

        // Room for time zones and the day that the server is asked for more.
        if (From is { Year: < 2 or > 9998 } || To is { Year: < 2 or > 9998 })
        {
            throw Argument.Invalid(
                LocalizedText.Format(
                    $"{nameof(From)} and {nameof(To)} must lie in the years 2 to 9998; leave a bound out for none.",
                    $"{nameof(From)} et {nameof(To)} doivent être des années 2 à 9998 ; omettez une borne pour n'en avoir aucune."
                ),
                parameter
            );
        }

        if (SeriesHorizon < TimeSpan.FromDays(1) || SeriesHorizon > TimeSpan.FromDays(366 * 50))
        {
            throw Argument.Invalid(InvalidOption.Range(nameof(SeriesHorizon), "from 1 day to 50 years", "de 1 jour à 50 ans"), parameter);
        }

        if (MaxBytes is < 1024 or > LargestMaxBytes)
        {
            throw Argument.Invalid(InvalidOption.Range(nameof(MaxBytes), "from 1 KiB to 1 GiB", "de 1 Kio à 1 Gio"), parameter);
        }

        if (MaxEvents is < 1 or > 1_000_000)
        {
            throw Argument.Invalid(InvalidOption.Range(nameof(MaxEvents), "from 1 to 1,000,000", "de 1 à 1 000 000"), parameter);
        }

        if (MaxExpansionTime < TimeSpan.FromMilliseconds(100) || MaxExpansionTime > TimeSpan.FromMinutes(10))
        {
            throw Argument.Invalid(
                InvalidOption.Range(nameof(MaxExpansionTime), "from 100 ms to 10 minutes", "de 100 ms à 10 minutes"),
                parameter
            );
        }

        Argument.NotNull(LocalTimeZone);
        return this;
    }
}
