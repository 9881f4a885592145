using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Who asks for free/busy times, and for which.</summary>
public sealed record FreeBusyReadOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan Before = TimeSpan.FromDays(31);
    private static readonly TimeSpan Length = TimeSpan.FromDays(93);

    /// <summary>
    /// Who reads; null (the default) for anybody. They are sent at once. Beware: a public calendar lets wrong credentials in as well.
    /// </summary>
    public FeedCredentials? Credentials { get; init; }

    /// <summary>The start. Default: 93 days before <see cref="To"/>, or 31 days ago when that is not given either.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end, at most 366 days after the start. Default: 93 days after it.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>
    /// The id of the only folder that counts (<c>fbcal</c>), e.g. <see cref="Feed.FolderId"/>; null (the default) for all calendars of the
    /// account.
    /// </summary>
    public string? FolderId { get; init; }

    /// <summary>
    /// The UID of an event that does not count (<c>exuid</c>), to see whether it could be moved; null (the default) for none.
    /// </summary>
    public string? ExceptEvent { get; init; }

    internal (DateTimeOffset From, DateTimeOffset To) Range(DateTimeOffset now, string parameter = "options")
    {
        DateTimeOffset from = From ?? (To is { } end ? end - Length : now - Before);
        DateTimeOffset to = To ?? from + Length;
        return to <= from
                ? throw Argument.Invalid(
                    LocalizedText.Format(
                        $"{nameof(To)} ({to:u}) must be later than {nameof(From)} ({from:u}).",
                        $"{nameof(To)} ({to:u}) doit être après {nameof(From)} ({from:u})."
                    ),
                    parameter
                )
            : to - from > Longest
                ? throw Argument.Invalid(
                    LocalizedText.Format(
                        $"From {from:u} to {to:u} is more than 366 days, which the server refuses. Ask in parts.",
                        $"De {from:u} à {to:u} il y a plus de 366 jours, ce que le serveur refuse. Demandez en plusieurs fois."
                    ),
                    parameter
                )
            : (from, to);
    }
}
