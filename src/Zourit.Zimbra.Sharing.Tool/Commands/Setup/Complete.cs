using System.CommandLine;
using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Profiles;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>What may come at a place of a command line, for the shells' scripts. It asks no server.</summary>
internal sealed class Complete : ToolCommand
{
    private readonly TextArgument _position = new("POSITION", Sentence.Of($"the cursor's place", $"la place du curseur"));
    private readonly TextArgument _line = new("LINE", Sentence.Of($"the line", $"la ligne"));

    public Complete()
        : base("__complete", Sentence.Of($"Complete a word.", $"Compléter un mot."))
    {
        Hidden = true;
        Add(_position);
        Add(_line);
    }

    public override bool WritesText => true;

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string line = run[_line];
        int position = int.TryParse(run[_position], NumberStyles.None, CultureInfo.InvariantCulture, out int at)
            ? Math.Min(at, line.Length + 1)
            : line.Length;

        // PowerShell gives the line without the spaces before the cursor.
        string before = line.PadRight(position)[..position];
        string[] words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string word = before.EndsWith(' ') || words.Length == 0 ? "" : words[^1];
        string? previous = word.Length == 0 ? words.LastOrDefault() : words.ElementAtOrDefault(words.Length - 2);
        IEnumerable<string> found =
            previous == run.Options.Profile.Name
                ? ProfileFile.Read(run.Terminal).Profiles.Keys
                : Parents
                    .OfType<RootDefinition>()
                    .Single()
                    .Parse(before, new ParserConfiguration { ResponseFileTokenReplacer = null })
                    .GetCompletions(before.Length)
                    .Select(item => item.InsertText ?? item.Label);
        foreach (
            string each in found
                .Where(each => each.StartsWith(word, StringComparison.Ordinal) && each is not ("-?" or "__complete"))
                .Distinct()
        )
        {
            run.Results.Text(each);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
