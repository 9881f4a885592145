using System.Globalization;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>What Thunderbird is to do: the searches of its dialog for a new calendar, then the calendars to subscribe to and
/// read.</summary>
internal sealed record Wish
{
    public string Zone { get; } = "Europe/Paris";

    public string From { get; } = Moment(SharedCalendars.From);

    public string To { get; } = Moment(SharedCalendars.To);

    public IReadOnlyList<Search> Searches { get; init; } = [];

    public IReadOnlyList<SubscriptionWish> Subscriptions { get; init; } = [];

    private static string Moment(DateTimeOffset time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>What is typed into the dialog; an empty password is what it asks with at first.</summary>
internal sealed record Search(string Name, string Address, string User = "", string Password = "");

/// <summary>A calendar that is subscribed to as <c>ics</c> or <c>caldav</c>, with the login that Thunderbird remembers.</summary>
internal sealed record SubscriptionWish(string Name, string Type, string Address)
{
    public string Realm { get; } = "Zimbra";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? User { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Password { get; init; }

    /// <summary>An event to add, as iCalendar.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Add { get; init; }
}
