using System.CommandLine;
using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>The page of a command: it fits on a screen, so the options of every command are named, and described on the first page's
/// second.</summary>
internal sealed class HelpPage(RootDefinition root, string language)
{
    private const int Width = 80;

    public string Of(Command command) =>
        command == root ? Root()
        : command is ToolCommand tool ? Tool(tool)
        : Group(command);

    /// <summary>The arguments as usage lines show them.</summary>
    public static string ArgumentsOf(Command command) =>
        string.Join(
            ' ',
            command.Arguments.Select(argument =>
                argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}…"
                : argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]"
                : argument.Name
            )
        );

    public static LocalizedText AboutOf(Symbol symbol) =>
        symbol is IDescribed described ? described.About : new LocalizedText(symbol.Description ?? "");

    private string Root()
    {
        var page = new StringBuilder();
        page.AppendLine(Say(Sentence.Of($"Usage: zimbra-share COMMAND [options]", $"Utilisation : zimbra-share COMMANDE [options]")));
        page.AppendLine();
        foreach (Command command in root.Subcommands.Where(each => !each.Hidden))
        {
            string[] words = [.. command.Subcommands.Select(each => each.Name)];
            string about = words.Length > 0 ? string.Join(" | ", words) : Say(AboutOf(command));
            page.AppendLine(Row(command.Name, about, 12));
        }

        page.AppendLine();
        page.AppendLine("  zimbra-share guest add /my-events adresse@orange.fr --account owner@monasso.org");
        page.AppendLine(
            Say(
                Sentence.Of(
                    $"Each: zimbra-share COMMAND --help. Options of every command: config --help.",
                    $"Chacune : zimbra-share COMMANDE --help. Options communes : config --help."
                )
            )
        );
        return page.ToString().TrimEnd();
    }

    private string Group(Command group)
    {
        var page = new StringBuilder();
        page.AppendLine(Say(AboutOf(group)));
        page.AppendLine();
        foreach (Command command in group.Subcommands)
        {
            page.AppendLine(Row($"{group.Name} {command.Name}", Say(AboutOf(command)), 24));
        }

        if (group.Name == "config")
        {
            page.AppendLine();
            Rows(page, root.Options.All);
        }

        return page.ToString().TrimEnd();
    }

    private string Tool(ToolCommand command)
    {
        string path = RootDefinition.PathOf(command);
        var page = new StringBuilder();
        page.AppendLine(Say(command.About));
        page.AppendLine();
        page.AppendLine(
            Say(
                    Sentence.Of(
                        $"Usage: zimbra-share {path} {ArgumentsOf(command)}",
                        $"Utilisation : zimbra-share {path} {ArgumentsOf(command)}"
                    )
                )
                .TrimEnd()
        );
        page.AppendLine();
        foreach (Argument argument in command.Arguments)
        {
            page.AppendLine(Row(argument.Name, Say(AboutOf(argument)), 28));
        }

        Rows(page, command.Options.Where(option => !option.Hidden));
        page.AppendLine();
        foreach (string example in command.Examples)
        {
            page.AppendLine($"  zimbra-share {example}");
        }

        IEnumerable<string> common = root.Options.All.Select(option => option.Name);
        page.AppendLine();
        page.AppendLine(
            Wrapped(Say(Sentence.Of($"As for every command:", $"Comme pour toute commande :")) + " " + string.Join(' ', common))
        );
        return page.ToString().TrimEnd();
    }

    private void Rows(StringBuilder page, IEnumerable<Option> options)
    {
        foreach (Option option in options)
        {
            string names = string.Join(", ", option.Aliases.Where(each => each != "-?").Prepend(option.Name));
            page.AppendLine(Row(option.HelpName is { } value ? $"{names} {value}" : names, Say(AboutOf(option)), 28));
        }
    }

    private string Say(LocalizedText text) => text.InLanguage(language);

    private static string Row(string name, string about, int width) => $"  {name.PadRight(width)} {about}".TrimEnd();

    private static string Wrapped(string text)
    {
        var lines = new StringBuilder();
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                lines.AppendLine();
                column = 0;
            }

            lines.Append(column > 0 ? " " : "").Append(word);
            column += word.Length + 1;
        }

        return lines.ToString();
    }
}
