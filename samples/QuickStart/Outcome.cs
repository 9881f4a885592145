using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Feeds;

namespace QuickStart;

/// <summary>What the story came to, for <c>--json</c>. Events are null where the calendar was not read that way.</summary>
internal sealed record Outcome(
    string IcsUrl,
    string? GuestIdentifier,
    IReadOnlyList<Outcome.Event>? GuestEvents,
    IReadOnlyList<Outcome.Event>? PublicEvents,
    bool Revoked
)
{
    // Accents stay readable: the object goes to a terminal or a file, not into a web page.
    private static readonly OutcomeJson Json = new(
        new JsonSerializerOptions(OutcomeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public string ToJson() => JsonSerializer.Serialize(this, Json.Outcome);

    public static IReadOnlyList<Event>? EventsOf(Feed? feed) =>
        feed?.Events.Select(item => new Event(item.Summary, item.Start, item.End)).ToList();

    /// <summary>One event; without a summary when it is private.</summary>
    internal sealed record Event(string? Summary, DateTimeOffset Start, DateTimeOffset End);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(Outcome))]
internal sealed partial class OutcomeJson : JsonSerializerContext;
