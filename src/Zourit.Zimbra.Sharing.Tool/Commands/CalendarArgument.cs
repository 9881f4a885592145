using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>Arguments that many commands have.</summary>
internal static class CalendarArgument
{
    public static TextArgument New() =>
        new("CALENDAR", Sentence.Of($"the calendar's path, e.g. /my-events", $"le chemin de l'agenda, p. ex. /my-events"));

    public static TextArgument Optional() =>
        new("CALENDAR", Sentence.Of($"one calendar; all where left out", $"un agenda ; tous si absent"), isOptional: true);

    public static TextArgument Guest() => new("GUEST", Sentence.Of($"the guest's mail address", $"l'adresse de l'invité"));
}
