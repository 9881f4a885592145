using System.CommandLine;
using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>
/// The page of a command. It fits on a screen, so the options of every command have a page of their own (config --help), and what is seldom
/// wanted is left out where it would not fit, unless the whole page is asked for.
/// </summary>
internal sealed class HelpPage(RootDefinition root, string language, bool isWhole = false)
{
    // One is left for the prompt.
    private const int Lines = 23;
    private const int Width = 76;
    private const string Gap = "   ";

    public string Of(Command command)
    {
        if (command == root)
        {
            return Root();
        }

        string page = Page(command, withRare: true);
        return isWhole || page.Split('\n').Length <= Lines ? page : Page(command, withRare: false);
    }

    /// <summary>The arguments as usage lines show them.</summary>
    public static string ArgumentsOf(Command command, string language = "en") =>
        string.Join(
            ' ',
            command
                .Arguments.Select(argument => (argument.Arity, Name: Placeholders.In(argument.Name, language)))
                .Select(argument =>
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
        foreach ((LocalizedText title, IReadOnlyList<string> names) in RootDefinition.Chapters)
        {
            page.AppendLine(Say(title));
            IEnumerable<string> words = names.Select(name => root.Subcommands.First(each => each.Name == name)).Select(Words);
            page.AppendLine("  " + Wrapped(words));
        }

        page.AppendLine();
        page.AppendLine("  zimbra-share guest add /my-events adresse@orange.fr --profile asso");
        page.AppendLine(
            Say(
                Sentence.Of(
                    $"zimbra-share COMMAND --help explains one; config --help, options of all.",
                    $"COMMANDE --help décrit une commande ; config --help, les options communes."
                )
            )
        );
        return page.ToString().TrimEnd();
    }

    private string Page(Command command, bool withRare) => command is ToolCommand tool ? Tool(tool, withRare) : Group(command, withRare);

    private string Group(Command group, bool withRare)
    {
        var page = new StringBuilder();
        page.AppendLine(Say(AboutOf(group)));
        page.AppendLine();
        foreach (Command command in group.Subcommands)
        {
            page.AppendLine(Row($"{group.Name} {command.Name}", Say(AboutOf(command)), 24));
        }

        page.AppendLine();
        if (group.Name == "config")
        {
            Rows(page, "config", root.Options.All, withRare);
            page.AppendLine();
        }

        Examples(page, group.Subcommands.OfType<ToolCommand>().First().Examples.Take(1));
        return page.ToString().TrimEnd();
    }

    private string Tool(ToolCommand command, bool withRare)
    {
        string path = RootDefinition.PathOf(command);
        var page = new StringBuilder();
        page.AppendLine(Paragraph.Of(Say(command.About), indent: 0));
        page.AppendLine();
        page.AppendLine(
            Say(
                    Sentence.Of(
                        $"Usage: zimbra-share {path} {ArgumentsOf(command)}",
                        $"Utilisation : zimbra-share {path} {ArgumentsOf(command, "fr")}"
                    )
                )
                .TrimEnd()
        );
        page.AppendLine();
        foreach (Argument argument in command.Arguments)
        {
            page.AppendLine(Row(Placeholders.In(argument.Name, language), Say(AboutOf(argument)), 28));
        }

        Rows(page, path, command.Options.Where(option => !option.Hidden), withRare);
        page.AppendLine();
        Examples(page, command.Examples);
        page.AppendLine();
        page.AppendLine(
            Say(
                Sentence.Of(
                    $"Options of every command (--server, --json, …): zimbra-share config --help",
                    $"Options communes (--server, --json, …) : zimbra-share config --help"
                )
            )
        );
        return page.ToString().TrimEnd();
    }

    private static void Examples(StringBuilder page, IEnumerable<string> examples)
    {
        foreach (string example in examples)
        {
            page.AppendLine(Paragraph.Of($"  zimbra-share {example}", indent: 6, end: " \\"));
        }
    }

    private void Rows(StringBuilder page, string path, IEnumerable<Option> options, bool withRare)
    {
        Option[] all = [.. options];
        Option[] shown = [.. all.Where(option => withRare || option is not IDescribed { IsRare: true })];
        foreach (Option option in shown)
        {
            string names = string.Join(", ", option.Aliases.Where(each => each != "-?").Prepend(option.Name));
            page.AppendLine(
                Row(option.HelpName is { } value ? $"{names} {Placeholders.In(value, language)}" : names, Say(AboutOf(option)), 28)
            );
        }

        if (shown.Length < all.Length)
        {
            int more = all.Length - shown.Length;
            page.AppendLine(
                Say(
                    Sentence.Of(
                        $"  and {more} more: zimbra-share {path} --help --verbose",
                        $"  et {more} autres : zimbra-share {path} --help --verbose"
                    )
                )
            );
        }
    }

    private string Say(LocalizedText text) => text.InLanguage(language);

    private static string Words(Command command) =>
        command.Subcommands.Count == 0 ? command.Name : $"{command.Name} {string.Join('|', command.Subcommands.Select(each => each.Name))}";

    private static string Row(string name, string about, int width) =>
        Paragraph.Of($"  {name.PadRight(width)} {about}".TrimEnd(), indent: width + 3);

    private static string Wrapped(IEnumerable<string> words)
    {
        var lines = new StringBuilder();
        int column = 0;
        foreach (string word in words)
        {
            bool isNext = column > 0 && column + Gap.Length + word.Length > Width;
            lines
                .Append(
                    isNext ? "\n  "
                    : column > 0 ? Gap
                    : ""
                )
                .Append(word);
            column = isNext ? word.Length : column + word.Length + (column > 0 ? Gap.Length : 0);
        }

        return lines.ToString();
    }
}
