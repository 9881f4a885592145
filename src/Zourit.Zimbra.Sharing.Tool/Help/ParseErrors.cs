using System.CommandLine;
using System.CommandLine.Parsing;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>
/// Says what is wrong with a command line. It repeats names of options and words in a command's place, and no values: one of them may be a
/// secret that slipped.
/// </summary>
internal static class ParseErrors
{
    /// <exception cref="ToolException">Something is wrong.</exception>
    public static void Check(RootDefinition root, ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string[] unknown = [.. parsed.UnmatchedTokens, .. MistakenOptions(command, parsed)];
        if (unknown.Length > 0)
        {
            throw Unknown(root, command, unknown);
        }

        if (parsed.Errors.Count > 0)
        {
            throw parsed.Errors[0].SymbolResult is not ArgumentResult && MissingOption(command, parsed) is { } missing
                ? ToolException.Usage(
                    Sentence.Of(
                        $"The option {missing.Name} is missing. {See(RootDefinition.PathOf(command))}",
                        $"Il manque l’option {missing.Name}. {See(RootDefinition.PathOf(command))}"
                    )
                )
                : Wrong(command, parsed.Errors[0]);
        }

        if (command.Arguments.FirstOrDefault(argument => IsBlank(parsed.GetResult(argument))) is { } blank)
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"{blank.Name} is empty. {See(RootDefinition.PathOf(command))}",
                    $"{Placeholders.In(blank.Name, "fr")} est vide. {See(RootDefinition.PathOf(command))}"
                )
            );
        }
    }

    private static bool IsBlank(ArgumentResult? given) => given?.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)) == true;

    private static Option? MissingOption(Command command, ParseResult parsed) =>
        command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is not { Implicit: false });

    // A mistyped option is taken for an argument where any number of them may come: it is no guest.
    private static IEnumerable<string> MistakenOptions(Command command, ParseResult parsed) =>
        command
            .Arguments.SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
            .Select(token => token.Value)
            .Where(value => value.Length > 1 && value.StartsWith('-'));

    /// <summary>Refuses a word in the place of a command that there is not.</summary>
    /// <exception cref="ToolException">There is no such command.</exception>
    public static void CheckCommand(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [{ } word, ..])
        {
            Command command = parsed.CommandResult.Command;
            string name = RootDefinition.PathOf(command);
            IEnumerable<string> known = word.StartsWith('-')
                ? command.Options.Select(option => option.Name)
                : command.Subcommands.Where(each => !each.Hidden).Select(each => each.Name);
            throw word.StartsWith('-') ? UnknownOption(Name(word), known, name) : UnknownCommand(word, known, name);
        }
    }

    /// <summary>What is wrong where only a group of commands is named.</summary>
    public static LocalizedText MissingCommand(Command group)
    {
        string typed = $"zimbra-share {RootDefinition.PathOf(group)}".TrimEnd();
        return Sentence.Of($"A command is missing after '{typed}'.", $"Il manque une commande après « {typed} ».");
    }

    private static ToolException Unknown(RootDefinition root, Command command, string[] words)
    {
        string path = RootDefinition.PathOf(command);
        return words.FirstOrDefault(word => word.StartsWith('-') && word.Length > 1) is { } option
            ? UnknownOption(Name(option), command.Options.Concat(root.Options.All).Select(each => each.Name), path)
            : ToolException.Usage(
                words.Length == 1
                    ? Sentence.Of($"One argument too many for '{path}'. {See(path)}", $"Un argument de trop pour « {path} ». {See(path)}")
                    : Sentence.Of(
                        $"{words.Length} arguments too many for '{path}'. {See(path)}",
                        $"{words.Length} arguments de trop pour « {path} ». {See(path)}"
                    )
            );
    }

    private static ToolException UnknownOption(string name, IEnumerable<string> known, string path)
    {
        string? nearest = NearestName.Of(name, known);
        return ToolException.Usage(
            nearest is null
                ? Sentence.Of(
                    $"There is no option '{Excerpt.Of(name)}'. {See(path)}",
                    $"Il n'y a pas d'option « {Excerpt.Of(name)} ». {See(path)}"
                )
                : Sentence.Of(
                    $"There is no option '{Excerpt.Of(name)}'; did you mean '{nearest}'?",
                    $"Il n'y a pas d'option « {Excerpt.Of(name)} » ; vouliez-vous dire « {nearest} » ?"
                )
        );
    }

    private static ToolException UnknownCommand(string word, IEnumerable<string> known, string path)
    {
        string? nearest = NearestName.Of(word, known);
        return ToolException.Usage(
            nearest is null
                ? Sentence.Of(
                    $"There is no command '{Excerpt.Of(word)}'. {See(path)}",
                    $"Il n'y a pas de commande « {Excerpt.Of(word)} ». {See(path)}"
                )
                : Sentence.Of(
                    $"There is no command '{Excerpt.Of(word)}'; did you mean '{nearest}'?",
                    $"Il n'y a pas de commande « {Excerpt.Of(word)} » ; vouliez-vous dire « {nearest} » ?"
                )
        );
    }

    private static ToolException Wrong(Command command, ParseError error)
    {
        string path = RootDefinition.PathOf(command);
        return error.SymbolResult switch
        {
            OptionResult option => ToolException.Usage(
                Sentence.Of(
                    $"{option.Option.Name} wants one value, once. {See(path)}",
                    $"{option.Option.Name} veut une valeur, une seule fois. {See(path)}"
                )
            ),
            ArgumentResult { Argument: { } argument } => ToolException.Usage(
                Sentence.Of($"{argument.Name} is missing. {See(path)}", $"Il manque {Placeholders.In(argument.Name, "fr")}. {See(path)}")
            ),
            _ => ToolException.Usage(
                Sentence.Of(
                    $"'{path}' wants {HelpPage.ArgumentsOf(command)}. {See(path)}",
                    $"« {path} » veut {HelpPage.ArgumentsOf(command, "fr")}. {See(path)}"
                )
            ),
        };
    }

    private static LocalizedText See(string path)
    {
        string page = $"zimbra-share {path} --help".Replace("  ", " ", StringComparison.Ordinal);
        return Sentence.Of($"See: {page}", $"Voyez : {page}");
    }

    private static string Name(string option) => option.Split('=', ':')[0];
}
