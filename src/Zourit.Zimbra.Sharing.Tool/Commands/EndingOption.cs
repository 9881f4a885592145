using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>Reads --ending-within.</summary>
internal static class EndingOption
{
    private const int MostDays = 36_500;

    public static TextOption New() =>
        new("--ending-within", "DAYS", Sentence.Of($"only what ends within so many days", $"seulement ce qui finit d'ici tant de jours"));

    /// <summary>The time; null where none is said.</summary>
    /// <exception cref="ToolException">It is no number of days.</exception>
    public static TimeSpan? Read(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= MostDays ? TimeSpan.FromDays(days)
        : throw ToolException.Usage(Sentence.Of($"--ending-within is a number of days.", $"--ending-within est un nombre de jours."));
}
