using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>--journal: <see cref="ApplyJournal"/>.</summary>
internal static class JournalOption
{
    public static TextOption New() =>
        new(
            "--journal",
            "FILE",
            Sentence.Of($"what earlier runs did, so that nobody is mailed twice", $"ce que les passages précédents ont fait")
        );

    public static Task<ApplyJournal?> OpenAsync(string? path, CancellationToken cancellationToken) =>
        OpenAsync(path, options: null, cancellationToken);

    /// <exception cref="ToolException">The file is another one, which lines of a journal would spoil.</exception>
    public static async Task<ApplyJournal?> OpenAsync(string? path, JournalOptions? options, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return null;
        }

        if (File.Exists(path) && await IsAnotherAsync(path, cancellationToken))
        {
            throw NoJournal(path);
        }

        return await ApplyJournal.OpenAsync(path, options, cancellationToken);
    }

    public static ToolException NoJournal(string path) =>
        new(
            ExitCode.InvalidFile,
            Sentence.Of(
                $"'{Excerpt.Of(path)}' is no journal: it names no run.",
                $"« {Excerpt.Of(path)} » n'est pas un journal : il ne nomme aucun passage."
            )
        );

    // The first line of a run that was killed may be cut, and nothing after it.
    private static async Task<bool> IsAnotherAsync(string path, CancellationToken cancellationToken) =>
        await JournalReport.ReadAsync([path], cancellationToken) is { Runs.Count: 0, UnreadableLines: > 0 and int lines }
        && (lines > 1 || !await StartsARunAsync(path, cancellationToken));

    private static async Task<bool> StartsARunAsync(string path, CancellationToken cancellationToken)
    {
        const string run = "{\"type\":\"run\"";
        using var text = new StreamReader(path);
        string line = await text.ReadLineAsync(cancellationToken) ?? "";
        return line.Length < run.Length ? run.StartsWith(line, StringComparison.Ordinal) : line.StartsWith(run, StringComparison.Ordinal);
    }
}
