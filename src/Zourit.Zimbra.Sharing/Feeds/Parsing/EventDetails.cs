using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>What an event says besides its times.</summary>
internal sealed class EventDetails
{
    private const int MostAttendees = 10_000;
    private const int MostCategories = 1_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<FeedAttendee> _attendees = [];
    private readonly List<string> _categories = [];
    private FeedPerson? _organizer;

    /// <summary>Takes a line, if it is one of these.</summary>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    public void Take(ContentLine line)
    {
        switch (line.Name)
        {
            case "SUMMARY" or "DESCRIPTION" or "LOCATION" or "STATUS" or "CLASS" or "TRANSP" or "URL":
                Check(line);
                if (!_texts.TryAdd(line.Name, IcsText.Unescape(line.Value)))
                {
                    throw new UnreadableException(UnreadableTexts.Another);
                }

                break;
            case "ORGANIZER":
                Check(line);
                _organizer = _organizer is null ? Person(line) : throw new UnreadableException(UnreadableTexts.Another);
                break;
            case "ATTENDEE":
                Check(line);
                Add(_attendees, Attendee(line), MostAttendees);
                break;
            case "CATEGORIES":
                Check(line);
                foreach (string category in IcsText.List(line.Value).Where(category => category.Length > 0))
                {
                    Add(_categories, category, MostCategories);
                }

                break;
        }
    }

    /// <summary>The event without times.</summary>
    public FeedEvent ToEvent(string uid)
    {
        bool isPrivate = Text("CLASS")?.Trim() is { Length: > 0 } kind && !kind.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase);
        return new FeedEvent
        {
            Uid = uid,
            Start = default,
            End = default,
            Summary = Text("SUMMARY"),
            Description = Text("DESCRIPTION"),
            Location = Text("LOCATION"),
            Organizer = _organizer,
            Attendees = [.. _attendees],
            Categories = [.. _categories],
            Status = Text("STATUS")?.Trim().ToUpperInvariant() switch
            {
                "CONFIRMED" => FeedEventStatus.Confirmed,
                "TENTATIVE" => FeedEventStatus.Tentative,
                "CANCELLED" => FeedEventStatus.Cancelled,
                _ => FeedEventStatus.Unknown,
            },
            IsTransparent = string.Equals(Text("TRANSP")?.Trim(), "TRANSPARENT", StringComparison.OrdinalIgnoreCase),
            IsPrivate = isPrivate,
            AreDetailsWithheld =
                isPrivate
                && (Text("SUMMARY") ?? Text("DESCRIPTION") ?? Text("LOCATION")) is null
                && _organizer is null
                && _attendees.Count == 0,
            Url = NullIfEmpty(Text("URL")?.Trim()),
        };
    }

    // Quoted-printable and the like are of vCalendar 1.0, and nobody says in which letters.
    private static void Check(ContentLine line)
    {
        LocalizedText? fault = line.Fault
            ?? (
                line.Parameter("ENCODING") is { } encoding && !encoding.Equals("8BIT", StringComparison.OrdinalIgnoreCase)
                    ? UnreadableTexts.Encoding(encoding)
                    : null
            );
        if (fault is not null)
        {
            throw new UnreadableException(fault);
        }
    }

    private static void Add<T>(List<T> list, T item, int most)
    {
        if (list.Count == most)
        {
            throw new UnreadableException(UnreadableTexts.TooMany(most));
        }

        list.Add(item);
    }

    private static FeedPerson Person(ContentLine line) => new() { Mail = Mail(line), Name = NullIfEmpty(line.Parameter("CN")) };

    private static FeedAttendee Attendee(ContentLine line) =>
        new()
        {
            Mail = Mail(line),
            Name = NullIfEmpty(line.Parameter("CN")),
            Role = NullIfEmpty(line.Parameter("ROLE")),
            Answer = NullIfEmpty(line.Parameter("PARTSTAT")),
        };

    // Who is named by something else than a mail address may have one beside it (RFC 7986 §6.2).
    private static string Mail(ContentLine line)
    {
        string address = IcsText.Unescape(line.Value).Trim();
        return address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(address["mailto:".Length..])
            : line.Parameter("EMAIL") is { Length: > 0 } mail ? mail
            : address.Contains('@', StringComparison.Ordinal) && !address.Contains(':', StringComparison.Ordinal) ? address
            : "";
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string? Text(string name) => NullIfEmpty(_texts.GetValueOrDefault(name));
}
