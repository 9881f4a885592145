using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>What is wrong with a value that a seed gives, be it in a file or in C#; null where nothing is.</summary>
internal static class SeedChecks
{
    private const int MostColors = 127;
    private static readonly DateTimeOffset FirstTime = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset LastTime = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string? FolderPath(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(name => !FolderNames.IsAllowed(name)) is { } refused
            ? $"Zimbra allows no folder of the name \"{refused}\": at most 255 characters, not only blanks, not . or .., and none of "
                + "/ : \" or a tab or line break."
            : null;

    public static string? View(string word) =>
        word is "" or "unknown" || FolderNames.View(word).Length > 0
            ? null
            : $"\"{word}\" is no view: write appointment, message, contact, document, task or unknown.";

    public static string? Color(int? number) =>
        number is null or (>= 0 and <= MostColors) ? null : $"There is no colour {number}: write a number from 0 to {MostColors}.";

    public static string? Flags(string letters) =>
        letters.FirstOrDefault(letter => !MailFolder.FlagLetters.Contains(letter, StringComparison.Ordinal)) is var unknown and not '\0'
            ? $"A folder has no flag \"{unknown}\": write letters of {MailFolder.FlagLetters}."
            : null;

    // Ends of grants and lifetimes of tokens are reckoned from the clock, and must be dates too.
    public static string? Clock(DateTimeOffset? start) =>
        start is null || (start >= FirstTime && start <= LastTime)
            ? null
            : $"The clock cannot start at {start:yyyy-MM-dd}: write a time from {FirstTime:yyyy-MM-dd} to {LastTime:yyyy-MM-dd}.";

    public static string? PublicationLag(TimeSpan? lag) =>
        lag is null || (lag >= TimeSpan.Zero && lag <= TimeSpan.FromDays(1))
            ? null
            : $"Shares cannot be published {lag:c} after they were made: write at most a day as hh:mm:ss, 00:00:05 for five seconds.";

    /// <exception cref="ArgumentException">There is a fault.</exception>
    public static void Require(string? fault, string parameter)
    {
        if (fault is not null)
        {
            throw Argument.Invalid(new LocalizedText($"{fault}"), parameter);
        }
    }
}
