using System.CommandLine;
using System.Text;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Documents;

/// <summary>The pages of the documentation, written from the commands' definitions.</summary>
internal static class CommandPage
{
    private const string Generated = "<!-- Made from the command's definition; do not edit: ACCEPT_TEXTS=1 writes it. -->";

    /// <summary>The file of a command's page.</summary>
    public static string NameOf(ToolCommand command) => $"{RootDefinition.PathOf(command).Replace(' ', '-')}.md";

    /// <summary>One command.</summary>
    public static string Of(ToolCommand command)
    {
        string path = RootDefinition.PathOf(command);
        var page = new StringBuilder();
        page.Append($"# How do I use zimbra-share {path}?\n\n{Generated}\n\n{Say(command.About)}\n\n");
        page.Append($"```\n{$"zimbra-share {path} {HelpPage.ArgumentsOf(command)}".TrimEnd()} [options]\n```\n");
        Table(page, "argument", command.Arguments.Select(argument => (argument.Name, Say(HelpPage.AboutOf(argument)))));
        Table(page, "option", command.Options.Where(option => !option.Hidden).Select(Row));
        page.Append("\n## Examples\n\n```\n");
        foreach (string example in command.Examples)
        {
            page.Append($"zimbra-share {example}\n");
        }

        page.Append("```\n\n");
        page.Append(
            command.Changes ? "It changes something; `--dry-run` shows what it would do.\n"
            : command is { WritesText: true } ? "It writes text, with `--json` too.\n"
            : "It changes nothing.\n"
        );
        page.Append("\n[Options of every command](options.md) · [all commands](commands.md) · [exit codes](README.md#exit-codes)\n");
        return page.ToString();
    }

    /// <summary>All commands, by what they are for.</summary>
    public static string Index(RootDefinition root)
    {
        var page = new StringBuilder($"# Which commands does zimbra-share have?\n\n{Generated}\n");
        foreach ((LocalizedText title, IReadOnlyList<string> names) in RootDefinition.Chapters)
        {
            page.Append($"\n## {Say(title)}\n\n| command | what it does |\n|---|---|\n");
            foreach (ToolCommand command in names.SelectMany(name => root.Tools().Where(tool => WordOf(tool) == name)))
            {
                page.Append($"| [{RootDefinition.PathOf(command)}]({NameOf(command)}) | {Say(command.About)} |\n");
            }
        }

        return page.Append("\n[Options of every command](options.md)\n").ToString();
    }

    /// <summary>The options of every command.</summary>
    public static string Options(RootDefinition root)
    {
        var page = new StringBuilder($"# Which options does every command of zimbra-share have?\n\n{Generated}\n");
        Table(page, "option", root.Options.All.Select(Row));
        page.Append($"\n## Secrets\n\n{Say(ManualTexts.Secrets)}\n\n## Exit codes\n\n| exit | meaning |\n|---|---|\n");
        foreach ((int code, LocalizedText text) in ManualTexts.ExitCodes)
        {
            page.Append($"| {code} | {Say(text)} |\n");
        }

        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, IEnumerable<(string Name, string Text)> rows)
    {
        (string Name, string Text)[] all = [.. rows];
        if (all.Length > 0)
        {
            page.Append($"\n| {title} | |\n|---|---|\n");
            foreach ((string name, string text) in all)
            {
                page.Append(
                    $"| `{name.Replace("|", "\\|", StringComparison.Ordinal)}` | {text.Replace("|", "\\|", StringComparison.Ordinal)} |\n"
                );
            }
        }
    }

    private static (string Name, string Text) Row(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(each => each != "-?").Prepend(option.Name));
        return (option.HelpName is { } value ? $"{names} {value}" : names, Say(HelpPage.AboutOf(option)));
    }

    private static string WordOf(ToolCommand command) => RootDefinition.PathOf(command).Split(' ')[0];

    private static string Say(LocalizedText text) => text.InLanguage("en");
}
